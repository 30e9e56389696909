import type { SystemNotifications } from "monitoring-as-code";
/**
 * Critical alerts page whoever is on call and go on to the channel of their subject; all others go to one channel.
 * Maintenance silences what can wait, never a page.
 */
export declare const ecommerceNotifications: SystemNotifications;
