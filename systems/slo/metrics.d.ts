import type { Metric } from "monitoring-as-code";
/**
 * What the API and the queue expose of themselves. The bounds 0.2, 0.3, 0.5 and 1 of the request histogram and 0.1 of
 * the query histogram are promises: an SLO on a bound that is no bucket measures nothing.
 */
export declare const metrics: readonly Metric[];
