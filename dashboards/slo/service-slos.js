"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.serviceSlosDashboard = void 0;
const slo_1 = require("monitoring-as-code/slo");
const slo_2 = require("monitoring-as-code/slo");
const dashboards_1 = require("monitoring-as-code/dashboards");
const api_status_1 = require("./api-status");
/** What the whole checkout may promise: the product of its steps' objectives. */
const checkoutObjective = 0.9965;
/** The SLOs of API, database and queue on one screen, for the review of the week. */
exports.serviceSlosDashboard = (0, dashboards_1.dashboard)({
  uid: "slo-overview",
  title: "SLO Overview",
  description:
    "Whether the promises of API, database, queue and checkout are kept, what is left of their budgets, and how fast it goes",
  system: "slo",
  tags: ["sre"],
  time: { from: "now-7d", to: "now" },
  rows: [
    (0, dashboards_1.row)("SLO Status", [
      (0, api_status_1.availabilityGauge)(),
      (0, api_status_1.budgetRemaining)(),
      (0, api_status_1.burnRateOfHour)(),
      (0, api_status_1.timeToExhaustion)(),
    ]),
    (0, dashboards_1.row)("SLO Compliance History", [
      (0, api_status_1.rollingAvailability)(),
      (0, api_status_1.budgetConsumption)(),
      (0, api_status_1.dailyAvailability)(),
      (0, api_status_1.burnRatesOfWindows)(),
    ]),
    (0, dashboards_1.row)("All objectives", [
      consumptionBySlo(),
      alertStates(),
    ]),
    (0, dashboards_1.row)("Checkout flow", [
      checkoutSuccess(),
      checkoutSteps(),
    ]),
    (0, dashboards_1.row)("Indicators without an objective", [
      querySuccess(),
      queueFreshness(),
      throughput(),
    ]),
  ],
});
function consumptionBySlo() {
  return (0, dashboards_1.bargauge)("consumption-by-slo", {
    title: "Budget Consumption by SLO",
    description:
      "What each objective has spent of its allowed failures. Good: below 75 %; above 100 % it is missed.",
    unit: "percentunit",
    min: 0,
    max: 1,
    thresholds: (0, dashboards_1.thresholds)(
      "green",
      [0.75, "yellow"],
      [1, "red"],
    ),
    queries: [
      (0, dashboards_1.query)(
        slo_2.records.periodBurnRate,
        "{{service}} {{slo}}",
      ),
    ],
  });
}
function alertStates() {
  return (0, dashboards_1.alertlist)("alert-states", {
    title: "State of the Alerts",
    description:
      "Burn and budget alerts that fire or are about to. Good: none.",
  });
}
function checkoutSuccess() {
  return (0, dashboards_1.timeseries)("checkout-success", {
    title: "Checkout Flow",
    description:
      "Share of the checkouts that get through all four steps in time, as the product of the steps: they are independent and in series. Good: above 99.65 %, which the steps' own objectives add up to.",
    unit: "percentunit",
    decimals: 3,
    max: 1,
    thresholds: (0, dashboards_1.thresholds)("red", [
      checkoutObjective,
      "green",
    ]),
    queries: [
      (0, dashboards_1.query)((0, slo_1.journeyRecord)("1h"), "{{journey}} 1h"),
      (0, dashboards_1.query)((0, slo_1.journeyRecord)("7d"), "{{journey}} 7d"),
    ],
  });
}
function checkoutSteps() {
  return (0, dashboards_1.timeseries)("checkout-steps", {
    title: "Checkout Flow by Step",
    description:
      "Share of the requests of each step that succeeded in time: 200 ms for the cart, 300 ms to view it, 500 ms to pay, a second for the confirmation. Good: above 99.9 %, payment above 99.95 %.",
    unit: "percentunit",
    decimals: 3,
    max: 1,
    thresholds: (0, dashboards_1.thresholds)("red", [0.999, "green"]),
    queries: [
      (0, dashboards_1.query)(
        (0, slo_1.stepRecord)("1h"),
        `{{${slo_1.stepLabel}}}`,
      ),
    ],
  });
}
function querySuccess() {
  return (0, dashboards_1.timeseries)("query-success", {
    title: "Database Query Success",
    description:
      "Share of the queries that the database answered, as the API sees it. Good: above 99.95 %.",
    width: "third",
    unit: "percentunit",
    decimals: 3,
    max: 1,
    thresholds: (0, dashboards_1.lowIsBad)({ critical: 0.9995 }),
    queries: [
      (0, dashboards_1.query)("job:db_queries_success:ratio_rate5m", "{{job}}"),
    ],
  });
}
function queueFreshness() {
  return (0, dashboards_1.stat)("queue-freshness", {
    title: "Queue Freshness",
    description:
      "Share of the last day in which no message had waited for five minutes or longer. Good: above 99 %.",
    width: "third",
    height: 8,
    unit: "percentunit",
    decimals: 2,
    thresholds: (0, dashboards_1.lowIsBad)({ warning: 0.99, critical: 0.95 }),
    queries: [
      (0, dashboards_1.query)(
        "avg_over_time(queue:oldest_message_fresh:bool[1d])",
      ),
    ],
  });
}
function throughput() {
  return (0, dashboards_1.timeseries)("throughput", {
    title: "Throughput",
    description:
      "Requests to the API and messages from the queue per second. Good: follows the time of day; the indicators above mean little without traffic.",
    width: "third",
    unit: "cps",
    min: 0,
    queries: [
      (0, dashboards_1.query)(
        "sum(rate(http_requests_total[$__rate_interval]))",
        "requests",
      ),
      (0, dashboards_1.query)(
        "sum(rate(queue_messages_processed_total[$__rate_interval]))",
        "messages",
      ),
    ],
  });
}
//# sourceMappingURL=service-slos.js.map
