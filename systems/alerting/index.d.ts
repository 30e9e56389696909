import type { MonitoredSystem } from "monitoring-as-code";
/** The monitoring of the monitoring: it sees every system, so that nothing goes unwatched because a watcher is down. */
export declare const alerting: MonitoredSystem;
