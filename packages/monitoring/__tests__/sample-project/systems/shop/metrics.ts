import type { Metric } from "monitoring-as-code";

/** What the services of the shop expose. */
export const metrics: readonly Metric[] = [
  {
    name: "http_requests_total",
    type: "counter",
    unit: "requests",
    labels: ["method", "status"],
    help: "Answered requests",
  },
  {
    name: "http_request_duration_seconds",
    type: "histogram",
    unit: "seconds",
    labels: ["method"],
    help: "How long requests took",
    buckets: [0.1, 0.25, 0.5, 1, 2.5],
  },
  {
    name: "orders_total",
    type: "counter",
    unit: "orders",
    labels: ["status"],
    help: "Orders by outcome",
  },
  {
    name: "queue_depth",
    type: "gauge",
    unit: "jobs",
    labels: ["queue"],
    help: "Jobs that wait",
  },
];
