import type { SystemNotifications } from "monitoring-as-code";
/** What is critical goes out first and comes back every hour; figures of the business once a day. */
export declare const easyFlowNotifications: SystemNotifications;
