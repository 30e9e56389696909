import {
  alertlist,
  bargauge,
  dashboard,
  organize,
  query,
  row,
  stat,
  table,
  thresholds,
  timeseries,
  type Panel,
} from "monitoring-as-code/dashboards";
import { firingAlerts, needsSomebody } from "./expressions";

/** What fires now, what fired, and whether anything could: the alerts of all systems. */
export const alertOverviewDashboard = dashboard({
  uid: "alert-overview",
  title: "Alert overview",
  description:
    "What fires in all systems, whom it concerns, and what fires so often that it should be fixed or removed. Where Grafana evaluates the rules its state history must go to Prometheus, or only the list on the right has something to show.",
  system: "alerting",
  refresh: "30s",
  rows: [
    row("Now", [
      firing(),
      bySeverity(),
      byTeam(),
      needingSomebody(),
      topAlerts(),
    ]),
    row("History", [overTime(), mostFrequent()]),
    row("Health", [deadMansSwitch()]),
  ],
});

function firing(): Panel {
  return stat("firing", {
    title: "Firing alerts",
    description:
      "Alerts that need somebody, in all systems. Good is zero; more than ten at once are one large trouble, and TooManyAlerts fires.",
    width: "quarter",
    height: 8,
    unit: "short",
    thresholds: thresholds("green", [1, "yellow"], [10, "red"]),
    sparkline: false,
    queries: [
      query(
        `count(${firingAlerts([needsSomebody])}) or vector(0)`,
        "Firing alerts",
      ),
    ],
  });
}

function bySeverity(): Panel {
  return bargauge("by-severity", {
    title: "By severity",
    description:
      "Firing alerts by urgency. Good has no critical ones; info are those that always fire.",
    width: "quarter",
    unit: "short",
    min: 0,
    queries: [query(`count by (severity) (${firingAlerts()})`, "{{severity}}")],
  });
}

function byTeam(): Panel {
  return bargauge("by-team", {
    title: "By team",
    description:
      "Firing alerts by the team that owns them. Good is short bars; a bar without a name is an alert that nobody owns.",
    width: "quarter",
    unit: "short",
    min: 0,
    queries: [query(`count by (team) (${firingAlerts()})`, "{{team}}")],
  });
}

function needingSomebody(): Panel {
  return alertlist("alerts", {
    title: "Alerts that need somebody",
    description:
      "Every firing or pending alert of every system, the most important first, with its runbook. Good is an empty list.",
    width: "quarter",
    height: 16,
    filter: "",
  });
}

function topAlerts(): Panel {
  return table("top-alerts", {
    title: "Top 5 alerts now",
    description:
      "The names under which most alerts fire. Good is empty; one name with many instances is one cause, not many.",
    width: "three-quarters",
    unit: "short",
    queries: [query(`topk(5, count by (alertname) (${firingAlerts()}))`)],
    transformations: [
      organize({
        columns: { alertname: "Alert", Value: "Firing" },
        hide: ["Time"],
      }),
    ],
    sortBy: { column: "Firing", descending: true },
  });
}

function overTime(): Panel {
  return timeseries("firing-over-time", {
    title: "Firing alerts over time",
    description:
      "How many instances of each alert fired. Good are short blocks far apart; a comb is an alert that flaps and needs a longer wait.",
    unit: "short",
    min: 0,
    stack: "normal",
    queries: [
      query(`count by (alertname) (${firingAlerts()})`, "{{alertname}}"),
    ],
  });
}

function mostFrequent(): Panel {
  return table("most-frequent", {
    title: "Most frequent alerts, 7 days",
    description:
      "How many evaluations in a week found the alert firing. Good has nothing but what always fires at the top; all else there needs a fix, a better limit, or removal.",
    unit: "short",
    width: "half",
    queries: [
      query(
        `topk(10, sum by (alertname) (${firingAlerts([], (selector) => `count_over_time(${selector}[7d])`)}))`,
      ),
    ],
    transformations: [
      organize({
        columns: { alertname: "Alert", Value: "Evaluations" },
        hide: ["Time"],
      }),
    ],
    sortBy: { column: "Evaluations", descending: true },
  });
}

function deadMansSwitch(): Panel {
  return stat("dead-mans-switch", {
    title: "Dead man's switch",
    description:
      "Whether the alert that must always fire does. Good is 1; at 0 rules are not evaluated and every other alert is silent too.",
    width: "full",
    unit: "short",
    thresholds: thresholds("red", [1, "green"]),
    sparkline: false,
    queries: [
      query(
        `count(${firingAlerts(['alertname="DeadMansSwitch"'])}) or vector(0)`,
        "Dead man's switch",
      ),
    ],
  });
}
