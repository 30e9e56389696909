import type { MonitoredSystem } from "monitoring-as-code";
/** Central logs and distributed traces of a two-service application: what it writes, and whether it arrives. */
export declare const loggingAndTracing: MonitoredSystem;
