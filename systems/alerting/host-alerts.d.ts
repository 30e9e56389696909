import type { AlertRule } from "monitoring-as-code";
/** Alerts on the hosts of the monitoring; those of the applications have their own, so that no host is told of twice. */
export declare const hostAlerts: readonly AlertRule[];
