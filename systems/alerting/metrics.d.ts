import type { Metric } from "monitoring-as-code";
/** What this system reads of others: their requests, and whether they have objectives of their own. */
export declare const metrics: readonly Metric[];
