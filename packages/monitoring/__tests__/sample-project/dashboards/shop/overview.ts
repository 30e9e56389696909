import {
  dashboard,
  highIsBad,
  query,
  row,
  stat,
  timeseries,
} from "monitoring-as-code/dashboards";

export const overviewDashboard = dashboard({
  uid: "shop-overview",
  title: "Shop overview",
  description: "Whether customers are served, and how fast.",
  system: "shop",
  rows: [
    row("Requests", [
      timeseries("request-rate", {
        title: "Requests",
        description: "By service. Good: follows the time of day.",
        unit: "reqps",
        queries: [query("service:http_requests:rate5m", "{{service}}")],
      }),
      timeseries("error-ratio", {
        title: "Error ratio",
        description:
          "Share of requests that fail. Good: below 1 %; above 5 % HighErrorRate fires.",
        unit: "percentunit",
        thresholds: highIsBad({ warning: 0.01, critical: 0.05 }),
        queries: [
          query(
            'sum by (service) (rate(http_requests_total{status=~"5.."}[$__rate_interval])) / sum by (service) (rate(http_requests_total[$__rate_interval]))',
            "{{service}}",
          ),
        ],
      }),
    ]),
    row(
      "Queues",
      [
        stat("queue-depth", {
          title: "Jobs that wait",
          description: "By queue. Good: below 100.",
          unit: "short",
          width: "third",
          thresholds: highIsBad({ warning: 100, critical: 1000 }),
          queries: [query("max by (queue) (queue_depth)", "{{queue}}")],
        }),
      ],
      { collapsed: true },
    ),
  ],
});
