import type { SystemNotifications } from "monitoring-as-code";
/** A host that is down takes all of its exporters with it, so alerts are grouped by host; warnings go to the mailbox. */
export declare const nodeInfrastructureNotifications: SystemNotifications;
