import type { SystemNotifications } from "monitoring-as-code";
/** One channel, a webhook; how soon and how often depends on the severity. */
export declare const archonAgentNotifications: SystemNotifications;
