import type { Metric } from "monitoring-as-code";

/** What every application behind the job `custom-app` exposes. */
export const metrics: readonly Metric[] = [
  {
    name: "http_requests_total",
    type: "counter",
    unit: "requests",
    labels: ["service", "status"],
    help: "HTTP requests, by service and status code",
  },
];
