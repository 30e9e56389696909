import {
  dashboard,
  highIsBad,
  query,
  row,
  stat,
  timeseries,
} from "monitoring-as-code/dashboards";

/** Is the shop there, how much is it used, does it fail, is it slow. */
export const overviewDashboard = dashboard({
  uid: "shop-overview",
  title: "Shop overview",
  description: "Requests, errors and latency of the shop",
  system: "shop",
  rows: [
    row([
      timeseries("requests", {
        title: "Requests per Second",
        description: "Requests by route. Good: follows the time of day.",
        unit: "reqps",
        width: "half",
        queries: [
          query(
            "sum by (route) (rate(http_requests_total[$__rate_interval]))",
            "{{route}}",
          ),
        ],
      }),
      stat("errors", {
        title: "Failed Requests",
        description:
          "Share of requests with a server error. Good: below 0.1 %.",
        unit: "percentunit",
        width: "half",
        thresholds: highIsBad({ warning: 0.001, critical: 0.01 }),
        queries: [
          query(
            'sum(rate(http_requests_total{status=~"5.."}[$__rate_interval])) / sum(rate(http_requests_total[$__rate_interval]))',
            "failed",
          ),
        ],
      }),
      timeseries("latency", {
        title: "Latency",
        description: "The 95th percentile. Good: below 1 s.",
        unit: "s",
        width: "full",
        queries: [
          query(
            "histogram_quantile(0.95, sum by (le) (rate(http_request_duration_seconds_bucket[$__rate_interval])))",
            "p95",
          ),
        ],
      }),
    ]),
  ],
});
