import type { Metric } from "monitoring-as-code";
/** Everything that the services of the shop and its load test expose. */
export declare const metrics: readonly Metric[];
