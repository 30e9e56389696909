"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.sloOverview = sloOverview;
const slo_1 = require("monitoring-as-code/slo");
const slo_2 = require("monitoring-as-code/slo");
const dashboards_1 = require("monitoring-as-code/dashboards");
const budget_colors_1 = require("./budget-colors");
const slo_tags_1 = require("./slo-tags");
const chosen = '{service=~"$service"}';
const left = `${slo_1.records.budgetRemaining}${chosen}`;
/**
 * All SLOs at a glance, the one with the least budget first. In a system that observes all it shows every system's,
 * elsewhere that system's own.
 */
function sloOverview(props) {
  return (0, dashboards_1.dashboard)({
    ...props,
    description:
      "Which promises are kept, how much of each error budget is left, and how fast it goes",
    tags: (0, slo_tags_1.sloTags)(props.system),
    time: { from: "now-24h", to: "now" },
    variables: [
      (0, dashboards_1.queryVariable)(
        "service",
        `label_values(${slo_1.records.objective}, service)`,
        {
          label: "Service",
          multi: true,
          includeAll: true,
          allValue: ".*",
        },
      ),
    ],
    rows: [
      (0, dashboards_1.row)([
        ...counts(),
        objectives(),
        budgets(),
        burnRates(),
        alerts(),
      ]),
    ],
  });
}
function counts() {
  const { warning, critical, exhausted } = slo_2.budgetLevels;
  const count = (key, title, condition, description, color) =>
    (0, dashboards_1.stat)(key, {
      title,
      description,
      unit: "short",
      sparkline: false,
      thresholds:
        color === "green"
          ? (0, dashboards_1.thresholds)("green")
          : (0, dashboards_1.thresholds)("green", [1, color]),
      queries: [(0, dashboards_1.query)(`count(${condition}) or vector(0)`)],
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
function objectives() {
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
  const by = (expr) => `max by (system, service, slo) (${expr})`;
  return (0, dashboards_1.table)("objectives", {
    title: "Objectives",
    description:
      "Every objective with what was achieved over its period. Good: achieved is at least the objective and the burn rate below 1.",
    height: 12,
    unit: "percentunit",
    decimals: 3,
    sortBy: { column: "Budget left" },
    queries: [
      (0, dashboards_1.query)(by(`${slo_1.records.objective}${chosen}`)),
      (0, dashboards_1.query)(
        by(`1 - ${slo_1.records.periodErrorRatio}${chosen}`),
      ),
      (0, dashboards_1.query)(by(left)),
      (0, dashboards_1.query)(by(`${slo_1.records.currentBurnRate}${chosen}`)),
      (0, dashboards_1.query)(by(`${slo_1.records.periodDays}${chosen}`)),
    ],
    transformations: [
      (0, dashboards_1.merge)(),
      (0, dashboards_1.organize)({ columns, hide: ["Time"] }),
    ],
    overrides: [
      (0, dashboards_1.byName)("Budget left", {
        decimals: 1,
        thresholds: budget_colors_1.budgetColors,
        cell: "color-background",
      }),
      (0, dashboards_1.byName)("Burn rate", {
        unit: "short",
        decimals: 2,
        thresholds: (0, dashboards_1.thresholds)("green", [1, "orange"]),
        cell: "color-text",
      }),
      (0, dashboards_1.byName)("Days", { unit: "short", decimals: 0 }),
    ],
  });
}
function budgets() {
  return (0, dashboards_1.timeseries)("budgets", {
    title: "Error Budgets Left",
    description:
      "The share of each budget that was left at each moment. Good: above 50 %; below 0 the objective is missed.",
    unit: "percentunit",
    max: 1,
    thresholds: budget_colors_1.budgetColors,
    queries: [(0, dashboards_1.query)(left, "{{service}} {{slo}}")],
  });
}
function burnRates() {
  return (0, dashboards_1.timeseries)("burn-rates", {
    title: "Burn Rates",
    description:
      "How many times faster than allowed each budget goes, over the shortest window. Good: below 1.",
    unit: "short",
    min: 0,
    softMax: 2,
    queries: [
      (0, dashboards_1.query)(
        `${slo_1.records.currentBurnRate}${chosen}`,
        "{{service}} {{slo}}",
      ),
    ],
  });
}
function alerts() {
  return (0, dashboards_1.alertlist)("alerts", {
    title: "Burn Alerts",
    description: "Alerts of all objectives that fire. Good: none.",
    filter: '{slo=~".+"}',
    width: "full",
  });
}
//# sourceMappingURL=slo-overview.js.map
