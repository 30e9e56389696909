import {
  highIsBad,
  query,
  timeseries,
  type Panel,
} from "monitoring-as-code/dashboards";

/** Rate, errors, duration and saturation of what runs on the hosts. */
export const application: readonly Panel[] = [
  timeseries("request-rate", {
    title: "Request Rate",
    description:
      "Traffic: requests per second by job. Good follows the time of day.",
    width: "quarter",
    unit: "reqps",
    queries: [query("job:http_requests:rate5m", "{{job}}")],
  }),
  timeseries("error-ratio", {
    title: "Error Ratio",
    description:
      "Errors: share of requests that end in a 5xx status. Good is below 1 %.",
    width: "quarter",
    unit: "percentunit",
    min: 0,
    thresholds: highIsBad({ warning: 0.01, critical: 0.05 }),
    queries: [
      query(
        'sum by (job) (rate(http_requests_total{status=~"5.."}[$__rate_interval])) / sum by (job) (rate(http_requests_total[$__rate_interval]))',
        "{{job}}",
      ),
    ],
  }),
  timeseries("latency", {
    title: "Response Time",
    description:
      "Latency: half, 95 % and 99 % of the requests were faster. Good keeps the 99 % below a second.",
    width: "quarter",
    unit: "s",
    min: 0,
    thresholds: highIsBad({ warning: 1 }),
    queries: (["0.5", "0.95", "0.99"] as const).map((quantile) =>
      query(
        `histogram_quantile(${quantile}, sum by (le, job) (rate(http_request_duration_seconds_bucket[$__rate_interval])))`,
        `{{job}} p${Number(quantile) * 100}`,
      ),
    ),
  }),
  timeseries("in-progress", {
    title: "Requests in Progress",
    description:
      "Saturation: requests being worked on. Good follows the rate; a rise at a steady rate means that something below is slow.",
    width: "quarter",
    unit: "short",
    min: 0,
    queries: [
      query("sum by (instance) (app_requests_in_progress)", "{{instance}}"),
    ],
  }),
  timeseries("outcomes", {
    title: "Requests and Errors by Route",
    description:
      "What the sample application counts itself. Good are errors far below the requests of the same route.",
    width: "full",
    unit: "reqps",
    min: 0,
    queries: [
      query(
        "sum by (route) (rate(app_requests_total[$__rate_interval]))",
        "{{route}} requests",
      ),
      query(
        "sum by (route) (rate(app_errors_total[$__rate_interval]))",
        "{{route}} errors",
      ),
    ],
  }),
];

/** Jobs that are over before they could be scraped, and push how it went. */
export const batchJobs: readonly Panel[] = [
  timeseries("backup-duration", {
    title: "Backup Duration",
    description:
      "How long the last backup of each database took. Good is steady; growing with the data is expected, a jump is not.",
    unit: "s",
    min: 0,
    queries: [query("backup_duration_seconds", "{{instance}}")],
  }),
  timeseries("backup-age", {
    title: "Time since Last Backup",
    description:
      "How long ago each database was last backed up. Good is a saw that never passes a day and a half.",
    unit: "s",
    min: 0,
    thresholds: highIsBad({ warning: 129_600 }),
    queries: [
      query('time() - push_time_seconds{job="backup"}', "{{instance}}"),
    ],
  }),
];
