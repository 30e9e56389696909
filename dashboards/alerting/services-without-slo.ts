import {
  dashboard,
  highIsBad,
  query,
  row,
  table,
  timeseries,
  organize,
  type Panel,
} from "monitoring-as-code/dashboards";
import {
  errorRatioRecord,
  monthlyErrorRatio,
  serviceP95,
  withoutOwnObjective,
} from "./expressions";

const legend = "{{system}} {{service}}";

/** Services that promised nothing themselves, measured by the objective that holds for everybody. */
export const servicesWithoutSloDashboard = dashboard({
  uid: "services-without-slo",
  title: "Services without SLO",
  description:
    "Whether services without an objective of their own answer 99.9 % of their requests, and how fast. Systems with objectives have dashboards of their own.",
  system: "alerting",
  tags: ["slo", "sre"],
  rows: [
    row("Requests", [requests(), errorRatio(), responseTime()]),
    row("Error budget", [burnWindows(), month()]),
  ],
});

function requests(): Panel {
  return timeseries("request-rate", {
    title: "Requests",
    description:
      "Requests per second by service. Good follows the day; above 1000 for five minutes UnusuallyHighTraffic fires.",
    width: "third",
    unit: "reqps",
    min: 0,
    queries: [
      query(withoutOwnObjective("service:http_requests:rate5m"), legend),
    ],
  });
}

function errorRatio(): Panel {
  return timeseries("error-ratio", {
    title: "Errors",
    description:
      "Share of requests of the last five minutes that ended in a 5xx status. Good is below 0.1 %; above 5 % for five minutes HighErrorRate fires.",
    width: "third",
    unit: "percentunit",
    min: 0,
    thresholds: highIsBad({ critical: 0.05 }),
    queries: [query(withoutOwnObjective(errorRatioRecord("5m")), legend)],
  });
}

function responseTime(): Panel {
  return timeseries("response-time", {
    title: "Response time",
    description:
      "95 % of the requests were answered faster. Good is below a second; above it for ten minutes SlowResponseTime fires.",
    width: "third",
    unit: "s",
    min: 0,
    thresholds: highIsBad({ warning: 1 }),
    queries: [
      query(withoutOwnObjective(serviceP95("$__rate_interval")), legend),
    ],
  });
}

function burnWindows(): Panel {
  return timeseries("error-ratio-windows", {
    title: "Errors by window",
    description:
      "The error ratio over the windows of the burn alerts. Good is below 0.1 %; 1.44 % over 5 minutes and an hour spends a month's budget in 50 hours and fires ErrorBudgetFastBurn, 0.6 % over 30 minutes and 6 hours ErrorBudgetSlowBurn.",
    unit: "percentunit",
    min: 0,
    thresholds: highIsBad({ warning: 0.006, critical: 0.0144 }),
    queries: (["5m", "30m", "1h", "6h"] as const).map((window) =>
      query(
        withoutOwnObjective(errorRatioRecord(window)),
        `${legend} ${window}`,
      ),
    ),
  });
}

function month(): Panel {
  return table("error-ratio-month", {
    title: "Errors of 30 days",
    description:
      "Share of all requests of 30 days that failed. Good is below 0.1 %, the whole budget; above it SLOViolation fires.",
    width: "half",
    unit: "percentunit",
    decimals: 3,
    thresholds: highIsBad({ warning: 0.001 }),
    queries: [query(withoutOwnObjective(monthlyErrorRatio))],
    transformations: [
      organize({
        columns: { system: "System", service: "Service", Value: "Errors" },
        hide: ["Time"],
      }),
    ],
    sortBy: { column: "Errors", descending: true },
  });
}
