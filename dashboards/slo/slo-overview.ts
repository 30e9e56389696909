import type { Dashboard } from "monitoring-as-code";
import { records, budgetLevels } from "monitoring-as-code/slo";
import {
  alertlist,
  byName,
  dashboard,
  merge,
  organize,
  query,
  queryVariable,
  row,
  stat,
  table,
  thresholds,
  timeseries,
  type Panel,
} from "monitoring-as-code/dashboards";
import { budgetColors } from "./budget-colors";
import { sloTags } from "./slo-tags";

const chosen = '{service=~"$service"}';
const left = `${records.budgetRemaining}${chosen}`;

/**
 * All SLOs at a glance, the one with the least budget first. In a system that observes all it shows every system's,
 * elsewhere that system's own.
 */
export function sloOverview(props: {
  readonly uid: string;
  readonly title: string;
  readonly system: string;
}): Dashboard {
  return dashboard({
    ...props,
    description:
      "Which promises are kept, how much of each error budget is left, and how fast it goes",
    tags: sloTags(props.system),
    time: { from: "now-24h", to: "now" },
    variables: [
      queryVariable("service", `label_values(${records.objective}, service)`, {
        label: "Service",
        multi: true,
        includeAll: true,
        allValue: ".*",
      }),
    ],
    rows: [row([...counts(), objectives(), budgets(), burnRates(), alerts()])],
  });
}

function counts(): readonly Panel[] {
  const { warning, critical, exhausted } = budgetLevels;
  const count = (
    key: string,
    title: string,
    condition: string,
    description: string,
    color: "green" | "orange" | "red",
  ): Panel =>
    stat(key, {
      title,
      description,
      unit: "short",
      sparkline: false,
      thresholds:
        color === "green"
          ? thresholds("green")
          : thresholds("green", [1, color]),
      queries: [query(`count(${condition}) or vector(0)`)],
    });
  return [
    count(
      "healthy",
      "Healthy",
      `${left} > ${warning.upTo / 100}`,
      "Objectives with more than half of their budget. Good: all of them.",
      "green",
    ),
    count(
      "warning",
      "Warning",
      `${left} >= ${critical.below / 100} <= ${warning.upTo / 100}`,
      "Objectives with a quarter to a half of their budget left: release less. Good: 0.",
      "orange",
    ),
    count(
      "critical",
      "Critical",
      `${left} > ${exhausted.upTo} < ${critical.below / 100}`,
      "Objectives with less than a quarter of their budget left: features freeze. Good: 0.",
      "red",
    ),
    count(
      "exhausted",
      "Exhausted",
      `${left} <= ${exhausted.upTo}`,
      "Objectives that are missed: everything freezes. Good: 0.",
      "red",
    ),
  ];
}

function objectives(): Panel {
  const columns = {
    system: "System",
    service: "Service",
    slo: "SLO",
    "Value #A": "Objective",
    "Value #B": "Achieved",
    "Value #C": "Budget left",
    "Value #D": "Burn rate",
    "Value #E": "Days",
  };
  const by = (expr: string): string =>
    `max by (system, service, slo) (${expr})`;
  return table("objectives", {
    title: "Objectives",
    description:
      "Every objective with what was achieved over its period. Good: achieved is at least the objective and the burn rate below 1.",
    height: 12,
    unit: "percentunit",
    decimals: 3,
    sortBy: { column: "Budget left" },
    queries: [
      query(by(`${records.objective}${chosen}`)),
      query(by(`1 - ${records.periodErrorRatio}${chosen}`)),
      query(by(left)),
      query(by(`${records.currentBurnRate}${chosen}`)),
      query(by(`${records.periodDays}${chosen}`)),
    ],
    transformations: [merge(), organize({ columns, hide: ["Time"] })],
    overrides: [
      byName("Budget left", {
        decimals: 1,
        thresholds: budgetColors,
        cell: "color-background",
      }),
      byName("Burn rate", {
        unit: "short",
        decimals: 2,
        thresholds: thresholds("green", [1, "orange"]),
        cell: "color-text",
      }),
      byName("Days", { unit: "short", decimals: 0 }),
    ],
  });
}

function budgets(): Panel {
  return timeseries("budgets", {
    title: "Error Budgets Left",
    description:
      "The share of each budget that was left at each moment. Good: above 50 %; below 0 the objective is missed.",
    unit: "percentunit",
    max: 1,
    thresholds: budgetColors,
    queries: [query(left, "{{service}} {{slo}}")],
  });
}

function burnRates(): Panel {
  return timeseries("burn-rates", {
    title: "Burn Rates",
    description:
      "How many times faster than allowed each budget goes, over the shortest window. Good: below 1.",
    unit: "short",
    min: 0,
    softMax: 2,
    queries: [
      query(`${records.currentBurnRate}${chosen}`, "{{service}} {{slo}}"),
    ],
  });
}

function alerts(): Panel {
  return alertlist("alerts", {
    title: "Burn Alerts",
    description: "Alerts of all objectives that fire. Good: none.",
    filter: '{slo=~".+"}',
    width: "full",
  });
}
