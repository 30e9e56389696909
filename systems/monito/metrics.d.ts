import type { Metric } from "monitoring-as-code";
/**
 * What the metrics collector exposes. Ids of operations and their metadata are in exported traces and never labels. A
 * decorated function that opens traced blocks counts as one operation for each: compare within one `operation_type`.
 */
export declare const metrics: readonly Metric[];
