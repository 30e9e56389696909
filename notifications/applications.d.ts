import type { SystemNotifications } from "monitoring-as-code";
/** Everything goes to Slack; what is critical pages as well. */
export declare const applicationsNotifications: SystemNotifications;
