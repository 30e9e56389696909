import type { MonitoredSystem } from "monitoring-as-code";
/** A shop of four services: frontend, API gateway, payment and inventory, on PostgreSQL and Redis. */
export declare const ecommerce: MonitoredSystem;
