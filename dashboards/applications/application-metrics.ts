import {
  dashboard,
  highIsBad,
  query,
  row,
  stat,
  timeseries,
} from "monitoring-as-code/dashboards";

/** Rate and errors of every application, whatever it is written in. */
export const applicationMetrics = dashboard({
  uid: "application-metrics",
  title: "Application Metrics",
  description: "Are the applications busy, and do they answer without errors",
  system: "applications",
  tags: ["application", "monitoring"],
  rows: [
    row([
      timeseries("request-rate", {
        title: "Request Rate",
        description:
          "Requests per second by service. Good: follows the time of day, no service drops to zero.",
        unit: "reqps",
        queries: [
          query(
            "sum by (service) (rate(http_requests_total[$__rate_interval]))",
            "{{service}}",
          ),
        ],
      }),
      stat("error-rate", {
        title: "Error Rate",
        description:
          "Share of requests that end in a 5xx status. Good: below 1 %.",
        unit: "percentunit",
        width: "half",
        height: 8,
        thresholds: highIsBad({ warning: 0.01, critical: 0.05 }),
        queries: [
          query(
            '(sum(rate(http_requests_total{status=~"5.."}[$__rate_interval])) or vector(0)) / sum(rate(http_requests_total[$__rate_interval]))',
            "Error Rate",
          ),
        ],
      }),
    ]),
  ],
});
