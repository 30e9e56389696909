"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.httpMetrics = exports.latencyBuckets = void 0;
const byEndpoint = ["method", "endpoint"];
/**
 * Bounds of the request histograms. The instrumentation library's own (0.1, 0.5, 1) cannot tell a second from a minute;
 * these lie around the half second at which the latency alerts fire.
 */
exports.latencyBuckets = [0.05, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5];
/**
 * What each of the four FastAPI services exposes of its requests. The instrumentation calls the route `handler` and the
 * requests in progress `http_requests_inprogress` unless it is configured for these names.
 */
exports.httpMetrics = [
  {
    name: "http_requests_total",
    type: "counter",
    unit: "requests",
    labels: [...byEndpoint, "status"],
    help: "Requests answered",
  },
  {
    name: "http_request_duration_seconds",
    type: "histogram",
    unit: "seconds",
    labels: byEndpoint,
    buckets: exports.latencyBuckets,
    help: "Time from request to response",
  },
  {
    name: "http_requests_concurrent",
    type: "gauge",
    unit: "requests",
    labels: byEndpoint,
    help: "Requests in progress",
  },
  {
    name: "http_request_size_bytes",
    type: "histogram",
    unit: "bytes",
    labels: byEndpoint,
    help: "Size of request bodies",
  },
  {
    name: "http_response_size_bytes",
    type: "histogram",
    unit: "bytes",
    labels: byEndpoint,
    help: "Size of response bodies",
  },
];
//# sourceMappingURL=http-metrics.js.map
