import type { Metric } from "monitoring-as-code";
/** What the load test exposes while it runs; its rate is computed from the counter. */
export declare const loadTestMetrics: readonly Metric[];
