import type { AlertRule } from "monitoring-as-code";
/** Whether alerts are delivered, and whether there are so many that nobody reads them. */
export declare const alertmanagerAlerts: readonly AlertRule[];
/** Whether faults are noticed at all. */
export declare const prometheusAlerts: readonly AlertRule[];
/** Always fires, at once: its absence is the message, which an external service turns into a call. */
export declare const deadManAlerts: readonly AlertRule[];
