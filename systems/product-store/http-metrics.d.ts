import type { Metric } from "monitoring-as-code";
/**
 * Bounds of the request histograms. The instrumentation library's own (0.1, 0.5, 1) cannot tell a second from a minute;
 * these lie around the half second at which the latency alerts fire.
 */
export declare const latencyBuckets: readonly number[];
/**
 * What each of the four FastAPI services exposes of its requests. The instrumentation calls the route `handler` and the
 * requests in progress `http_requests_inprogress` unless it is configured for these names.
 */
export declare const httpMetrics: readonly Metric[];
