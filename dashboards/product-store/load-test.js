"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.loadTestDashboard = void 0;
const dashboards_1 = require("monitoring-as-code/dashboards");
const look_1 = require("./look");
exports.loadTestDashboard = (0, dashboards_1.dashboard)({
  ...look_1.look,
  uid: "ps-load-test",
  title: "Locust - Load Test",
  description:
    "What simulated users see while a load test runs. Empty at all other times.",
  tags: ["locust"],
  rows: [
    (0, dashboards_1.row)([users(), totalRate()]),
    (0, dashboards_1.row)("Requests of simulated users", [
      rate(),
      errors(),
      latency(),
    ]),
  ],
});
function users() {
  return (0, dashboards_1.stat)("users", {
    title: "Simulated Users",
    description:
      "Users of the load test. Each waits two to six seconds between tasks; good is the number that the test was started with.",
    width: "half",
    unit: "short",
    queries: [(0, dashboards_1.query)("sum(locust_active_users)", "Users")],
  });
}
function totalRate() {
  return (0, dashboards_1.stat)("requests-per-second", {
    title: "Requests per Second",
    description:
      "Requests of all simulated users. Rises with the users; when it stays behind, the shop is the limit.",
    width: "half",
    unit: "reqps",
    queries: [
      (0, dashboards_1.query)(
        "sum(rate(locust_requests_total[$__rate_interval]))",
        "Requests",
      ),
    ],
  });
}
function rate() {
  return (0, dashboards_1.timeseries)("request-rate", {
    title: "Request Rate by Endpoint",
    description:
      "Requests of simulated users per second. Browsing, carts and purchases keep their ratio of 10 to 5 to 1.",
    width: "third",
    unit: "reqps",
    queries: [
      (0, dashboards_1.query)(
        "sum by (method, endpoint) (rate(locust_requests_total[$__rate_interval]))",
        "{{method}} {{endpoint}}",
      ),
    ],
  });
}
function errors() {
  return (0, dashboards_1.timeseries)("error-ratio", {
    title: "Failed Requests",
    description:
      "Share of requests that failed for simulated users. Good is zero; above 5 % the shop would page somebody.",
    width: "third",
    unit: "percentunit",
    min: 0,
    thresholds: (0, dashboards_1.highIsBad)({ critical: 0.05 }),
    queries: [
      (0, dashboards_1.query)(
        '(sum(rate(locust_requests_total{status="error"}[$__rate_interval])) or vector(0)) / (sum(rate(locust_requests_total[$__rate_interval])) > 0)',
        "Failed",
      ),
    ],
  });
}
function latency() {
  return (0, dashboards_1.timeseries)("latency-p95", {
    title: "Response Time P95 by Endpoint",
    description:
      "95 % of the answers reached simulated users faster. Good is below half a second, the limit for real ones.",
    width: "third",
    unit: "s",
    min: 0,
    thresholds: (0, dashboards_1.highIsBad)({ critical: 0.5 }),
    queries: [
      (0, dashboards_1.query)(
        "histogram_quantile(0.95, sum by (le, endpoint) (rate(locust_response_time_seconds_bucket[$__rate_interval])))",
        "{{endpoint}}",
      ),
    ],
  });
}
//# sourceMappingURL=load-test.js.map
