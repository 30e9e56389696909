import type { SystemNotifications } from "monitoring-as-code";
/** Burn rates page, tickets go to the channel, and a budget is told to whoever the policy names for its level. */
export declare const sloNotifications: SystemNotifications;
