import type { SystemNotifications } from "monitoring-as-code";
/** Everything goes to one chat, what is critical to a pager too; the watchdog goes to the service that misses it. */
export declare const productStoreNotifications: SystemNotifications;
