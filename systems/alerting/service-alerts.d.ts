import type { AlertRule } from "monitoring-as-code";
/** Symptoms that users of any service feel. */
export declare const applicationAlerts: readonly AlertRule[];
/** Errors that spend a month's budget before the month is over. */
export declare const burnAlerts: readonly AlertRule[];
/** The month as a whole, and an older way of watching the budget. */
export declare const sloAlerts: readonly AlertRule[];
