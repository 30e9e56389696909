"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.servicesWithoutSloDashboard = void 0;
const dashboards_1 = require("monitoring-as-code/dashboards");
const expressions_1 = require("./expressions");
const legend = "{{system}} {{service}}";
/** Services that promised nothing themselves, measured by the objective that holds for everybody. */
exports.servicesWithoutSloDashboard = (0, dashboards_1.dashboard)({
  uid: "services-without-slo",
  title: "Services without SLO",
  description:
    "Whether services without an objective of their own answer 99.9 % of their requests, and how fast. Systems with objectives have dashboards of their own.",
  system: "alerting",
  tags: ["slo", "sre"],
  rows: [
    (0, dashboards_1.row)("Requests", [
      requests(),
      errorRatio(),
      responseTime(),
    ]),
    (0, dashboards_1.row)("Error budget", [burnWindows(), month()]),
  ],
});
function requests() {
  return (0, dashboards_1.timeseries)("request-rate", {
    title: "Requests",
    description:
      "Requests per second by service. Good follows the day; above 1000 for five minutes UnusuallyHighTraffic fires.",
    width: "third",
    unit: "reqps",
    min: 0,
    queries: [
      (0, dashboards_1.query)(
        (0, expressions_1.withoutOwnObjective)("service:http_requests:rate5m"),
        legend,
      ),
    ],
  });
}
function errorRatio() {
  return (0, dashboards_1.timeseries)("error-ratio", {
    title: "Errors",
    description:
      "Share of requests of the last five minutes that ended in a 5xx status. Good is below 0.1 %; above 5 % for five minutes HighErrorRate fires.",
    width: "third",
    unit: "percentunit",
    min: 0,
    thresholds: (0, dashboards_1.highIsBad)({ critical: 0.05 }),
    queries: [
      (0, dashboards_1.query)(
        (0, expressions_1.withoutOwnObjective)(
          (0, expressions_1.errorRatioRecord)("5m"),
        ),
        legend,
      ),
    ],
  });
}
function responseTime() {
  return (0, dashboards_1.timeseries)("response-time", {
    title: "Response time",
    description:
      "95 % of the requests were answered faster. Good is below a second; above it for ten minutes SlowResponseTime fires.",
    width: "third",
    unit: "s",
    min: 0,
    thresholds: (0, dashboards_1.highIsBad)({ warning: 1 }),
    queries: [
      (0, dashboards_1.query)(
        (0, expressions_1.withoutOwnObjective)(
          (0, expressions_1.serviceP95)("$__rate_interval"),
        ),
        legend,
      ),
    ],
  });
}
function burnWindows() {
  return (0, dashboards_1.timeseries)("error-ratio-windows", {
    title: "Errors by window",
    description:
      "The error ratio over the windows of the burn alerts. Good is below 0.1 %; 1.44 % over 5 minutes and an hour spends a month's budget in 50 hours and fires ErrorBudgetFastBurn, 0.6 % over 30 minutes and 6 hours ErrorBudgetSlowBurn.",
    unit: "percentunit",
    min: 0,
    thresholds: (0, dashboards_1.highIsBad)({
      warning: 0.006,
      critical: 0.0144,
    }),
    queries: ["5m", "30m", "1h", "6h"].map((window) =>
      (0, dashboards_1.query)(
        (0, expressions_1.withoutOwnObjective)(
          (0, expressions_1.errorRatioRecord)(window),
        ),
        `${legend} ${window}`,
      ),
    ),
  });
}
function month() {
  return (0, dashboards_1.table)("error-ratio-month", {
    title: "Errors of 30 days",
    description:
      "Share of all requests of 30 days that failed. Good is below 0.1 %, the whole budget; above it SLOViolation fires.",
    width: "half",
    unit: "percentunit",
    decimals: 3,
    thresholds: (0, dashboards_1.highIsBad)({ warning: 0.001 }),
    queries: [
      (0, dashboards_1.query)(
        (0, expressions_1.withoutOwnObjective)(expressions_1.monthlyErrorRatio),
      ),
    ],
    transformations: [
      (0, dashboards_1.organize)({
        columns: { system: "System", service: "Service", Value: "Errors" },
        hide: ["Time"],
      }),
    ],
    sortBy: { column: "Errors", descending: true },
  });
}
//# sourceMappingURL=services-without-slo.js.map
