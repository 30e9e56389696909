import type { Metric } from "monitoring-as-code";
/** What the services count beside requests. */
export declare const businessMetrics: readonly Metric[];
