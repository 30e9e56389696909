import {
  errorRatioRecord,
  records,
  seriesOf,
  tierLabel,
} from "monitoring-as-code/slo";
import {
  bargauge,
  byRegexp,
  gauge,
  query,
  stat,
  thresholds,
  timeseries,
  type Panel,
} from "monitoring-as-code/dashboards";

/** The SLO that stands for the service as a whole. */
const api = { id: "requests-availability" };
const objective = 99.9;

const percent = (record: string): string => `100 * ${seriesOf(record, api)}`;
export const availability = `100 * (1 - ${seriesOf(records.periodErrorRatio, api)})`;

/** The burn rate from which a tier fires, as it is recorded: it depends on the period that the environment keeps. */
const limitOf = (tier: string): string =>
  `${records.tierBurnRate}{slo="${api.id}",${tierLabel}="${tier}"}`;

function burnRate(window: "5m" | "1h" | "6h" | "1d" | "3d"): string {
  return `${seriesOf(errorRatioRecord(window), api)} / ${seriesOf(records.errorBudget, api)}`;
}

export function availabilityGauge(): Panel {
  return gauge("api-availability", {
    title: "API Availability SLO",
    description:
      "Share of the requests that succeeded over the period of the objective; throttled requests count as failed. Good: green, from 99.9 % on.",
    width: "third",
    height: 8,
    unit: "percent",
    decimals: 3,
    min: 99,
    max: 100,
    thresholds: thresholds("red", [objective, "green"]),
    queries: [query(availability, "Current")],
  });
}

export function budgetRemaining(): Panel {
  return stat("budget-remaining", {
    title: "Error Budget Remaining",
    description:
      "What is left of the allowed failures; below zero the objective is missed by that much. Good: above 50 %. Below that release less, below 25 % freeze features, from 0 % on freeze everything.",
    width: "third",
    height: 4,
    unit: "percent",
    decimals: 1,
    thresholds: thresholds(
      "dark-red",
      [0, "red"],
      [25, "yellow"],
      [50, "green"],
    ),
    queries: [query(percent(records.budgetRemaining), "Budget Remaining")],
  });
}

export function timeToExhaustion(): Panel {
  const left = `clamp_min(${seriesOf(records.budgetRemaining, api)}, 0)`;
  return stat("time-to-exhaustion", {
    title: "Time to Exhaustion",
    description:
      "How long what is left of the budget lasts at the rate of the last hour. Good: longer than the period, or no failures at all.",
    width: "third",
    height: 4,
    unit: "s",
    sparkline: false,
    noValue: "no failures",
    thresholds: thresholds("red", [259_200, "orange"], [864_000, "green"]),
    queries: [
      query(
        `86400 * ${seriesOf(records.periodDays, api)} * ${left} / (${burnRate("1h")} > 0)`,
        "Budget Lasts",
      ),
    ],
  });
}

export function burnRateOfHour(): Panel {
  return timeseries("burn-rate-1h", {
    title: "Burn Rate (1h window)",
    description:
      "How many times faster than allowed the budget goes. Over 30 days, 14.4 spends 2 % of it in an hour and all of it in about 50 hours; 6 lasts 5 days. Environments that keep less measure over less. Good: below 1.",
    width: "third",
    unit: "short",
    min: 0,
    softMax: 2,
    queries: [
      query(burnRate("1h"), "Burn Rate"),
      query(
        limitOf("page-quick"),
        "Critical Threshold (50h to exhaustion of 30 days)",
      ),
      query(
        limitOf("page-slow"),
        "Warning Threshold (5d to exhaustion of 30 days)",
      ),
    ],
    overrides: [
      byRegexp("/^Critical/", { color: "red", dashed: true, fill: 0 }),
      byRegexp("/^Warning/", { color: "orange", dashed: true, fill: 0 }),
    ],
  });
}

export function burnRatesOfWindows(): Panel {
  return timeseries("burn-rates", {
    title: "Burn Rate over Several Windows",
    description:
      "The same over short and long windows: a short one alone is a blip, a long one alone is over. An alert needs both. Good: all below 1.",
    unit: "short",
    min: 0,
    softMax: 2,
    queries: (["5m", "1h", "6h", "1d", "3d"] as const).map((window) =>
      query(burnRate(window), window),
    ),
  });
}

export function rollingAvailability(): Panel {
  return timeseries("rolling-availability", {
    title: "30-Day Rolling Availability",
    description:
      "The share of requests that succeeded over the 30 days before each moment, every request counted once; over what is kept where that is less. Good: above the target.",
    unit: "percent",
    decimals: 3,
    min: 99,
    max: 100,
    queries: [
      query(availability, "Availability"),
      query(percent(records.objective), "SLO Target"),
    ],
    overrides: [
      byRegexp("/^SLO Target$/", { color: "green", dashed: true, fill: 0 }),
    ],
  });
}

export function budgetConsumption(): Panel {
  return bargauge("budget-consumption", {
    title: "Error Budget Consumption",
    description:
      "What is spent of the allowed failures; the bar ends at 100, the number does not. Good: below 75 %.",
    unit: "percent",
    decimals: 1,
    min: 0,
    max: 100,
    thresholds: thresholds("green", [75, "yellow"], [100, "red"]),
    queries: [query(percent(records.periodBurnRate), "Budget Used")],
  });
}

export function dailyAvailability(): Panel {
  return timeseries("daily-availability", {
    title: "Daily Compliance",
    description:
      "The share of requests that succeeded in the day before each point. Good: bars that reach the target; a short one names the day on which the budget went.",
    unit: "percent",
    decimals: 3,
    min: 99,
    max: 100,
    drawStyle: "bars",
    thresholds: thresholds("red", [objective, "green"]),
    queries: [
      query(
        `100 * (1 - ${seriesOf(errorRatioRecord("1d"), api)})`,
        "Availability of the day",
        { step: "1d" },
      ),
    ],
  });
}
