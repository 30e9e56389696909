import type { MonitoredSystem } from "monitoring-as-code";
/** The hosts on which the applications run, their containers, and what runs there in batches. */
export declare const nodeInfrastructure: MonitoredSystem;
