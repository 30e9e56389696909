import {
  bargauge,
  byName,
  dashboard,
  gauge,
  organize,
  query,
  reduceToRows,
  row,
  stat,
  table,
  thresholds,
  timeAsText,
  timeseries,
} from "monitoring-as-code/dashboards";

const availability = "slo:api_gateway:availability:ratio";

/** Over the SLO's period: 30 days, or as long as the environment keeps metrics. */
const periodAvailability =
  '(1 - slo:sli_error:ratio_period{slo="api-availability"}) * 100';

/** Failed requests of a day per failed requests that the period allows, were every day like this one. */
const budgetOfOneDay =
  'sum(increase(http_requests_total{service="api-gateway",status=~"5.."}[1d])) / (30 * (1 - 0.999) * sum(increase(http_requests_total{service="api-gateway"}[1d]))) * 100';

const slices = [
  { name: "API gateway, last 5 minutes", expr: `${availability}_rate5m` },
  { name: "API gateway, last 30 minutes", expr: `${availability}_rate30m` },
  { name: "API gateway, last hour", expr: `${availability}_rate1h` },
  { name: "API gateway, last 6 hours", expr: `${availability}_rate6h` },
  {
    name: "Payments, last 5 minutes",
    expr: "slo:payment:availability:ratio",
  },
] as const;

export const sloDashboard = dashboard({
  uid: "slo-dashboard",
  title: "SLO Dashboard",
  description:
    "Whether the API gateway keeps its promise of 99.9 %, how much of the error budget is left and how fast it goes",
  system: "ecommerce",
  tags: ["slo", "sre"],
  refresh: "30s",
  rows: [
    row([
      gauge("api-gateway-slo-status", {
        title: "API Gateway SLO Status",
        description:
          "Share of requests to the gateway without a server error, over the whole period of the objective. Good: green, above 99.95 %; red is a broken promise.",
        width: "third",
        height: 8,
        unit: "percent",
        decimals: 3,
        min: 99,
        max: 100,
        thresholdLabels: true,
        thresholds: thresholds("red", [99.9, "yellow"], [99.95, "green"]),
        queries: [query(periodAvailability, "Availability")],
      }),
      stat("error-budget-remaining", {
        title: "Error Budget Remaining",
        description:
          "What is left of the failures that the period allows. Good: above 75 %. Below 50 % release less often, below 25 % freeze; below zero the objective is missed.",
        width: "third",
        height: 8,
        unit: "percent",
        decimals: 1,
        thresholds: thresholds(
          "red",
          [25, "orange"],
          [50, "yellow"],
          [75, "green"],
        ),
        queries: [
          query(
            'slo:period_error_budget_remaining:ratio{slo="api-availability"} * 100',
          ),
        ],
      }),
      timeseries("burn-rate", {
        title: "Burn Rate (1h window)",
        description:
          "How many times faster than allowed the budget goes; 1 spends it exactly in 30 days. Good: below 1. At 14.4 it is gone after 50 hours, at 6 after 5 days.",
        width: "third",
        unit: "none",
        decimals: 1,
        min: 0,
        queries: [
          query(`(1 - ${availability}_rate1h) / (1 - 0.999)`, "Burn Rate"),
          query("vector(14.4)", "Critical (50h)"),
          query("vector(6)", "Warning (5d)"),
        ],
        overrides: [
          byName("Critical (50h)", { color: "red", dashed: true, fill: 0 }),
          byName("Warning (5d)", { color: "orange", dashed: true, fill: 0 }),
        ],
      }),
      timeseries("availability-trend", {
        title: "30-Day Availability Trend",
        description:
          "The same ratio over time: every point looks back over the whole period, which is 30 days where metrics are kept that long. Good: above the target and not falling.",
        unit: "percent",
        decimals: 3,
        min: 99,
        max: 100,
        queries: [
          query(periodAvailability, "Availability"),
          query("vector(99.9)", "SLO Target"),
        ],
        overrides: [
          byName("SLO Target", { color: "red", dashed: true, fill: 0 }),
        ],
      }),
      bargauge("error-budget-by-day", {
        title: "Error Budget Consumption by Day",
        description:
          "Share of the 30-day budget that each of the last seven days took. Good: below 3.3 %, a thirtieth; a day that takes much more was an incident.",
        unit: "percent",
        decimals: 1,
        min: 0,
        max: 100,
        allRows: true,
        timeFrom: "7d",
        thresholds: thresholds("green", [3.3, "yellow"], [25, "red"]),
        queries: [
          query(budgetOfOneDay, "Budget used", { mode: "range", step: "1d" }),
        ],
        transformations: [timeAsText("Time", "ddd D MMM")],
      }),
      table("sli-components", {
        title: "SLI Components",
        description:
          "What the objectives are made of, from short windows to long ones. Good: all above 99.9 %; only the short ones low means a problem that just began, only the long ones low means one that is over.",
        unit: "percentunit",
        queries: slices.map(({ name, expr }) =>
          query(expr, name, { mode: "instant", format: "time_series" }),
        ),
        transformations: [
          reduceToRows(["lastNotNull"]),
          organize({
            columns: { Field: "SLI", "Last *": "Availability" },
          }),
        ],
        overrides: [
          byName("Availability", {
            decimals: 3,
            cell: "color-background",
            thresholds: thresholds("red", [0.999, "yellow"], [0.9995, "green"]),
          }),
        ],
      }),
    ]),
  ],
});
