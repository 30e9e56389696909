import type { Metric } from "monitoring-as-code";

const byRoute = ["service", "method", "endpoint"] as const;

/**
 * What the two applications expose. `service` comes from the scrape configuration. One and four seconds are among the
 * buckets because Apdex needs them; the client library's own have no 4.
 */
export const metrics: readonly Metric[] = [
  {
    name: "http_requests_total",
    type: "counter",
    unit: "requests",
    labels: [...byRoute, "status"],
    help: "Requests answered",
  },
  {
    name: "http_request_duration_seconds",
    type: "histogram",
    unit: "seconds",
    labels: byRoute,
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2, 4, 10],
    help: "Time from request to response, with the trace as exemplar",
  },
];
