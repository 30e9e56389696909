import type { MonitoredSystem } from "monitoring-as-code";
/** An online shop of four FastAPI services behind Nginx, with Cassandra below them and Jaeger beside them. */
export declare const productStore: MonitoredSystem;
