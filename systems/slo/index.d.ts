import type { MonitoredSystem } from "monitoring-as-code";
/** An API, its database and a queue, seen only through what they promise: objectives, budgets and who must act on them. */
export declare const slo: MonitoredSystem;
