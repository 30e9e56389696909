import type { Slo } from "monitoring-as-code";
/**
 * The uptime of the service agreement; its response time is a mean, which has no good and bad events: an alert and two
 * panels watch that.
 */
export declare const apiUptime: Slo;
export declare const slos: readonly Slo[];
