import type { Metric } from "monitoring-as-code";

/** What the services of the shop expose of themselves. */
export const metrics: readonly Metric[] = [
  {
    name: "http_requests_total",
    type: "counter",
    unit: "requests",
    labels: ["route", "status"],
    help: "Requests answered",
  },
  {
    name: "http_request_duration_seconds",
    type: "histogram",
    unit: "seconds",
    labels: ["route"],
    help: "Duration of requests",
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5],
  },
];
