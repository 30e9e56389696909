import {
  journeyRecord,
  stepLabel,
  stepRecord,
  records,
} from "monitoring-as-code/slo";
import {
  alertlist,
  bargauge,
  dashboard,
  lowIsBad,
  query,
  row,
  stat,
  thresholds,
  timeseries,
  type Panel,
} from "monitoring-as-code/dashboards";
import {
  availabilityGauge,
  budgetConsumption,
  budgetRemaining,
  burnRateOfHour,
  burnRatesOfWindows,
  dailyAvailability,
  rollingAvailability,
  timeToExhaustion,
} from "./api-status";

/** What the whole checkout may promise: the product of its steps' objectives. */
const checkoutObjective = 0.9965;

/** The SLOs of API, database and queue on one screen, for the review of the week. */
export const serviceSlosDashboard = dashboard({
  uid: "slo-overview",
  title: "SLO Overview",
  description:
    "Whether the promises of API, database, queue and checkout are kept, what is left of their budgets, and how fast it goes",
  system: "slo",
  tags: ["sre"],
  time: { from: "now-7d", to: "now" },
  rows: [
    row("SLO Status", [
      availabilityGauge(),
      budgetRemaining(),
      burnRateOfHour(),
      timeToExhaustion(),
    ]),
    row("SLO Compliance History", [
      rollingAvailability(),
      budgetConsumption(),
      dailyAvailability(),
      burnRatesOfWindows(),
    ]),
    row("All objectives", [consumptionBySlo(), alertStates()]),
    row("Checkout flow", [checkoutSuccess(), checkoutSteps()]),
    row("Indicators without an objective", [
      querySuccess(),
      queueFreshness(),
      throughput(),
    ]),
  ],
});

function consumptionBySlo(): Panel {
  return bargauge("consumption-by-slo", {
    title: "Budget Consumption by SLO",
    description:
      "What each objective has spent of its allowed failures. Good: below 75 %; above 100 % it is missed.",
    unit: "percentunit",
    min: 0,
    max: 1,
    thresholds: thresholds("green", [0.75, "yellow"], [1, "red"]),
    queries: [query(records.periodBurnRate, "{{service}} {{slo}}")],
  });
}

function alertStates(): Panel {
  return alertlist("alert-states", {
    title: "State of the Alerts",
    description:
      "Burn and budget alerts that fire or are about to. Good: none.",
  });
}

function checkoutSuccess(): Panel {
  return timeseries("checkout-success", {
    title: "Checkout Flow",
    description:
      "Share of the checkouts that get through all four steps in time, as the product of the steps: they are independent and in series. Good: above 99.65 %, which the steps' own objectives add up to.",
    unit: "percentunit",
    decimals: 3,
    max: 1,
    thresholds: thresholds("red", [checkoutObjective, "green"]),
    queries: [
      query(journeyRecord("1h"), "{{journey}} 1h"),
      query(journeyRecord("7d"), "{{journey}} 7d"),
    ],
  });
}

function checkoutSteps(): Panel {
  return timeseries("checkout-steps", {
    title: "Checkout Flow by Step",
    description:
      "Share of the requests of each step that succeeded in time: 200 ms for the cart, 300 ms to view it, 500 ms to pay, a second for the confirmation. Good: above 99.9 %, payment above 99.95 %.",
    unit: "percentunit",
    decimals: 3,
    max: 1,
    thresholds: thresholds("red", [0.999, "green"]),
    queries: [query(stepRecord("1h"), `{{${stepLabel}}}`)],
  });
}

function querySuccess(): Panel {
  return timeseries("query-success", {
    title: "Database Query Success",
    description:
      "Share of the queries that the database answered, as the API sees it. Good: above 99.95 %.",
    width: "third",
    unit: "percentunit",
    decimals: 3,
    max: 1,
    thresholds: lowIsBad({ critical: 0.9995 }),
    queries: [query("job:db_queries_success:ratio_rate5m", "{{job}}")],
  });
}

function queueFreshness(): Panel {
  return stat("queue-freshness", {
    title: "Queue Freshness",
    description:
      "Share of the last day in which no message had waited for five minutes or longer. Good: above 99 %.",
    width: "third",
    height: 8,
    unit: "percentunit",
    decimals: 2,
    thresholds: lowIsBad({ warning: 0.99, critical: 0.95 }),
    queries: [query("avg_over_time(queue:oldest_message_fresh:bool[1d])")],
  });
}

function throughput(): Panel {
  return timeseries("throughput", {
    title: "Throughput",
    description:
      "Requests to the API and messages from the queue per second. Good: follows the time of day; the indicators above mean little without traffic.",
    width: "third",
    unit: "cps",
    min: 0,
    queries: [
      query("sum(rate(http_requests_total[$__rate_interval]))", "requests"),
      query(
        "sum(rate(queue_messages_processed_total[$__rate_interval]))",
        "messages",
      ),
    ],
  });
}
