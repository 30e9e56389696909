"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.availability = void 0;
exports.availabilityGauge = availabilityGauge;
exports.budgetRemaining = budgetRemaining;
exports.timeToExhaustion = timeToExhaustion;
exports.burnRateOfHour = burnRateOfHour;
exports.burnRatesOfWindows = burnRatesOfWindows;
exports.rollingAvailability = rollingAvailability;
exports.budgetConsumption = budgetConsumption;
exports.dailyAvailability = dailyAvailability;
const slo_1 = require("monitoring-as-code/slo");
const dashboards_1 = require("monitoring-as-code/dashboards");
/** The SLO that stands for the service as a whole. */
const api = { id: "requests-availability" };
const objective = 99.9;
const percent = (record) => `100 * ${(0, slo_1.seriesOf)(record, api)}`;
exports.availability = `100 * (1 - ${(0, slo_1.seriesOf)(slo_1.records.periodErrorRatio, api)})`;
/** The burn rate from which a tier fires, as it is recorded: it depends on the period that the environment keeps. */
const limitOf = (tier) =>
  `${slo_1.records.tierBurnRate}{slo="${api.id}",${slo_1.tierLabel}="${tier}"}`;
function burnRate(window) {
  return `${(0, slo_1.seriesOf)((0, slo_1.errorRatioRecord)(window), api)} / ${(0, slo_1.seriesOf)(slo_1.records.errorBudget, api)}`;
}
function availabilityGauge() {
  return (0, dashboards_1.gauge)("api-availability", {
    title: "API Availability SLO",
    description:
      "Share of the requests that succeeded over the period of the objective; throttled requests count as failed. Good: green, from 99.9 % on.",
    width: "third",
    height: 8,
    unit: "percent",
    decimals: 3,
    min: 99,
    max: 100,
    thresholds: (0, dashboards_1.thresholds)("red", [objective, "green"]),
    queries: [(0, dashboards_1.query)(exports.availability, "Current")],
  });
}
function budgetRemaining() {
  return (0, dashboards_1.stat)("budget-remaining", {
    title: "Error Budget Remaining",
    description:
      "What is left of the allowed failures; below zero the objective is missed by that much. Good: above 50 %. Below that release less, below 25 % freeze features, from 0 % on freeze everything.",
    width: "third",
    height: 4,
    unit: "percent",
    decimals: 1,
    thresholds: (0, dashboards_1.thresholds)(
      "dark-red",
      [0, "red"],
      [25, "yellow"],
      [50, "green"],
    ),
    queries: [
      (0, dashboards_1.query)(
        percent(slo_1.records.budgetRemaining),
        "Budget Remaining",
      ),
    ],
  });
}
function timeToExhaustion() {
  const left = `clamp_min(${(0, slo_1.seriesOf)(slo_1.records.budgetRemaining, api)}, 0)`;
  return (0, dashboards_1.stat)("time-to-exhaustion", {
    title: "Time to Exhaustion",
    description:
      "How long what is left of the budget lasts at the rate of the last hour. Good: longer than the period, or no failures at all.",
    width: "third",
    height: 4,
    unit: "s",
    sparkline: false,
    noValue: "no failures",
    thresholds: (0, dashboards_1.thresholds)(
      "red",
      [259_200, "orange"],
      [864_000, "green"],
    ),
    queries: [
      (0, dashboards_1.query)(
        `86400 * ${(0, slo_1.seriesOf)(slo_1.records.periodDays, api)} * ${left} / (${burnRate("1h")} > 0)`,
        "Budget Lasts",
      ),
    ],
  });
}
function burnRateOfHour() {
  return (0, dashboards_1.timeseries)("burn-rate-1h", {
    title: "Burn Rate (1h window)",
    description:
      "How many times faster than allowed the budget goes. Over 30 days, 14.4 spends 2 % of it in an hour and all of it in about 50 hours; 6 lasts 5 days. Environments that keep less measure over less. Good: below 1.",
    width: "third",
    unit: "short",
    min: 0,
    softMax: 2,
    queries: [
      (0, dashboards_1.query)(burnRate("1h"), "Burn Rate"),
      (0, dashboards_1.query)(
        limitOf("page-quick"),
        "Critical Threshold (50h to exhaustion of 30 days)",
      ),
      (0, dashboards_1.query)(
        limitOf("page-slow"),
        "Warning Threshold (5d to exhaustion of 30 days)",
      ),
    ],
    overrides: [
      (0, dashboards_1.byRegexp)("/^Critical/", {
        color: "red",
        dashed: true,
        fill: 0,
      }),
      (0, dashboards_1.byRegexp)("/^Warning/", {
        color: "orange",
        dashed: true,
        fill: 0,
      }),
    ],
  });
}
function burnRatesOfWindows() {
  return (0, dashboards_1.timeseries)("burn-rates", {
    title: "Burn Rate over Several Windows",
    description:
      "The same over short and long windows: a short one alone is a blip, a long one alone is over. An alert needs both. Good: all below 1.",
    unit: "short",
    min: 0,
    softMax: 2,
    queries: ["5m", "1h", "6h", "1d", "3d"].map((window) =>
      (0, dashboards_1.query)(burnRate(window), window),
    ),
  });
}
function rollingAvailability() {
  return (0, dashboards_1.timeseries)("rolling-availability", {
    title: "30-Day Rolling Availability",
    description:
      "The share of requests that succeeded over the 30 days before each moment, every request counted once; over what is kept where that is less. Good: above the target.",
    unit: "percent",
    decimals: 3,
    min: 99,
    max: 100,
    queries: [
      (0, dashboards_1.query)(exports.availability, "Availability"),
      (0, dashboards_1.query)(percent(slo_1.records.objective), "SLO Target"),
    ],
    overrides: [
      (0, dashboards_1.byRegexp)("/^SLO Target$/", {
        color: "green",
        dashed: true,
        fill: 0,
      }),
    ],
  });
}
function budgetConsumption() {
  return (0, dashboards_1.bargauge)("budget-consumption", {
    title: "Error Budget Consumption",
    description:
      "What is spent of the allowed failures; the bar ends at 100, the number does not. Good: below 75 %.",
    unit: "percent",
    decimals: 1,
    min: 0,
    max: 100,
    thresholds: (0, dashboards_1.thresholds)(
      "green",
      [75, "yellow"],
      [100, "red"],
    ),
    queries: [
      (0, dashboards_1.query)(
        percent(slo_1.records.periodBurnRate),
        "Budget Used",
      ),
    ],
  });
}
function dailyAvailability() {
  return (0, dashboards_1.timeseries)("daily-availability", {
    title: "Daily Compliance",
    description:
      "The share of requests that succeeded in the day before each point. Good: bars that reach the target; a short one names the day on which the budget went.",
    unit: "percent",
    decimals: 3,
    min: 99,
    max: 100,
    drawStyle: "bars",
    thresholds: (0, dashboards_1.thresholds)("red", [objective, "green"]),
    queries: [
      (0, dashboards_1.query)(
        `100 * (1 - ${(0, slo_1.seriesOf)((0, slo_1.errorRatioRecord)("1d"), api)})`,
        "Availability of the day",
        { step: "1d" },
      ),
    ],
  });
}
//# sourceMappingURL=api-status.js.map
