import type { Metric } from "monitoring-as-code";
/**
 * What the two applications expose. `service` comes from the scrape configuration. One and four seconds are among the
 * buckets because Apdex needs them; the client library's own have no 4.
 */
export declare const metrics: readonly Metric[];
