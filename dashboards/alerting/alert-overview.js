"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.alertOverviewDashboard = void 0;
const dashboards_1 = require("monitoring-as-code/dashboards");
const expressions_1 = require("./expressions");
/** What fires now, what fired, and whether anything could: the alerts of all systems. */
exports.alertOverviewDashboard = (0, dashboards_1.dashboard)({
  uid: "alert-overview",
  title: "Alert overview",
  description:
    "What fires in all systems, whom it concerns, and what fires so often that it should be fixed or removed. Where Grafana evaluates the rules its state history must go to Prometheus, or only the list on the right has something to show.",
  system: "alerting",
  refresh: "30s",
  rows: [
    (0, dashboards_1.row)("Now", [
      firing(),
      bySeverity(),
      byTeam(),
      needingSomebody(),
      topAlerts(),
    ]),
    (0, dashboards_1.row)("History", [overTime(), mostFrequent()]),
    (0, dashboards_1.row)("Health", [deadMansSwitch()]),
  ],
});
function firing() {
  return (0, dashboards_1.stat)("firing", {
    title: "Firing alerts",
    description:
      "Alerts that need somebody, in all systems. Good is zero; more than ten at once are one large trouble, and TooManyAlerts fires.",
    width: "quarter",
    height: 8,
    unit: "short",
    thresholds: (0, dashboards_1.thresholds)(
      "green",
      [1, "yellow"],
      [10, "red"],
    ),
    sparkline: false,
    queries: [
      (0, dashboards_1.query)(
        `count(${(0, expressions_1.firingAlerts)([expressions_1.needsSomebody])}) or vector(0)`,
        "Firing alerts",
      ),
    ],
  });
}
function bySeverity() {
  return (0, dashboards_1.bargauge)("by-severity", {
    title: "By severity",
    description:
      "Firing alerts by urgency. Good has no critical ones; info are those that always fire.",
    width: "quarter",
    unit: "short",
    min: 0,
    queries: [
      (0, dashboards_1.query)(
        `count by (severity) (${(0, expressions_1.firingAlerts)()})`,
        "{{severity}}",
      ),
    ],
  });
}
function byTeam() {
  return (0, dashboards_1.bargauge)("by-team", {
    title: "By team",
    description:
      "Firing alerts by the team that owns them. Good is short bars; a bar without a name is an alert that nobody owns.",
    width: "quarter",
    unit: "short",
    min: 0,
    queries: [
      (0, dashboards_1.query)(
        `count by (team) (${(0, expressions_1.firingAlerts)()})`,
        "{{team}}",
      ),
    ],
  });
}
function needingSomebody() {
  return (0, dashboards_1.alertlist)("alerts", {
    title: "Alerts that need somebody",
    description:
      "Every firing or pending alert of every system, the most important first, with its runbook. Good is an empty list.",
    width: "quarter",
    height: 16,
    filter: "",
  });
}
function topAlerts() {
  return (0, dashboards_1.table)("top-alerts", {
    title: "Top 5 alerts now",
    description:
      "The names under which most alerts fire. Good is empty; one name with many instances is one cause, not many.",
    width: "three-quarters",
    unit: "short",
    queries: [
      (0, dashboards_1.query)(
        `topk(5, count by (alertname) (${(0, expressions_1.firingAlerts)()}))`,
      ),
    ],
    transformations: [
      (0, dashboards_1.organize)({
        columns: { alertname: "Alert", Value: "Firing" },
        hide: ["Time"],
      }),
    ],
    sortBy: { column: "Firing", descending: true },
  });
}
function overTime() {
  return (0, dashboards_1.timeseries)("firing-over-time", {
    title: "Firing alerts over time",
    description:
      "How many instances of each alert fired. Good are short blocks far apart; a comb is an alert that flaps and needs a longer wait.",
    unit: "short",
    min: 0,
    stack: "normal",
    queries: [
      (0, dashboards_1.query)(
        `count by (alertname) (${(0, expressions_1.firingAlerts)()})`,
        "{{alertname}}",
      ),
    ],
  });
}
function mostFrequent() {
  return (0, dashboards_1.table)("most-frequent", {
    title: "Most frequent alerts, 7 days",
    description:
      "How many evaluations in a week found the alert firing. Good has nothing but what always fires at the top; all else there needs a fix, a better limit, or removal.",
    unit: "short",
    width: "half",
    queries: [
      (0, dashboards_1.query)(
        `topk(10, sum by (alertname) (${(0, expressions_1.firingAlerts)([], (selector) => `count_over_time(${selector}[7d])`)}))`,
      ),
    ],
    transformations: [
      (0, dashboards_1.organize)({
        columns: { alertname: "Alert", Value: "Evaluations" },
        hide: ["Time"],
      }),
    ],
    sortBy: { column: "Evaluations", descending: true },
  });
}
function deadMansSwitch() {
  return (0, dashboards_1.stat)("dead-mans-switch", {
    title: "Dead man's switch",
    description:
      "Whether the alert that must always fire does. Good is 1; at 0 rules are not evaluated and every other alert is silent too.",
    width: "full",
    unit: "short",
    thresholds: (0, dashboards_1.thresholds)("red", [1, "green"]),
    sparkline: false,
    queries: [
      (0, dashboards_1.query)(
        `count(${(0, expressions_1.firingAlerts)(['alertname="DeadMansSwitch"'])}) or vector(0)`,
        "Dead man's switch",
      ),
    ],
  });
}
//# sourceMappingURL=alert-overview.js.map
