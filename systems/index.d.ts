import type { MonitoredSystem } from "monitoring-as-code";
/** Every monitored system. */
export declare const systems: readonly MonitoredSystem[];
