import type { MonitoredSystem } from "monitoring-as-code";
/** The applications that bring nothing but the metrics of the platform's own template. */
export declare const applications: MonitoredSystem;
