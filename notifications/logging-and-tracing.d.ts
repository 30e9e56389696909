import type { SystemNotifications } from "monitoring-as-code";
/** Alerts on logs go to the developers' channel; a service that falls silent pages as well. */
export declare const loggingAndTracingNotifications: SystemNotifications;
