"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.sloDashboard = void 0;
const slo_1 = require("monitoring-as-code/slo");
const dashboards_1 = require("monitoring-as-code/dashboards");
const expressions_1 = require("./expressions");
const availability = {
  key: "availability",
  slo: "archon-availability",
  record: "job:agent_requests_errors:ratio_rate",
  objective: 0.999,
  decimals: 3,
};
const latency = {
  key: "latency",
  slo: "archon-latency",
  record: "job:agent_requests_slow:ratio_rate",
  objective: 0.95,
  decimals: 2,
};
exports.sloDashboard = (0, dashboards_1.dashboard)({
  uid: "archon-slo",
  title: "Archon Agent - SLO",
  description:
    "Whether the agent keeps its two promises, what is left of their budgets, and how fast it goes",
  system: "archon-agent",
  tags: ["archon", "slo"],
  time: { from: "now-24h", to: "now" },
  rows: [
    (0, dashboards_1.row)("Availability", [
      achieved(availability, "Availability (30d)", "availability"),
      budgetLeft(availability, "Availability error budget left"),
      burnRate(availability, "Availability burn rate"),
      slowBurnRate(availability, "Availability burn rate, further windows"),
    ]),
    (0, dashboards_1.row)("Latency", [
      achieved(latency, "Requests under 100 ms (30d)", "under 100 ms"),
      budgetLeft(latency, "Latency error budget left"),
      burnRate(latency, "Latency burn rate"),
      slowBurnRate(latency, "Latency burn rate, further windows"),
    ]),
    (0, dashboards_1.row)("Both", [overTime()]),
  ],
});
function achieved({ key, slo, objective, decimals }, title, legend) {
  return (0, dashboards_1.gauge)(`${key}-achieved`, {
    title,
    description: `Share of good requests over 30 days, or over what the environment keeps. Good: green, at least ${Number((objective * 100).toFixed(2))} %.`,
    height: 8,
    unit: "percentunit",
    decimals,
    min: objective > 0.99 ? 0.99 : 0.9,
    max: 1,
    thresholds: (0, dashboards_1.thresholds)("red", [objective, "green"]),
    queries: [
      (0, dashboards_1.query)(
        `1 - ${slo_1.records.periodErrorRatio}{slo="${slo}"}`,
        legend,
      ),
    ],
  });
}
function budgetLeft({ key, slo }, title) {
  return (0, dashboards_1.stat)(`${key}-budget`, {
    title,
    description:
      "Share of the allowed failures that is left; negative when the promise is broken. Good: above half.",
    height: 8,
    unit: "percentunit",
    decimals: 1,
    thresholds: (0, dashboards_1.thresholds)(
      "red",
      [0.1, "yellow"],
      [0.5, "green"],
    ),
    queries: [
      (0, dashboards_1.query)(
        `${slo_1.records.budgetRemaining}{slo="${slo}"}`,
        "budget",
      ),
    ],
  });
}
function burnRate(promised, title) {
  return (0, dashboards_1.timeseries)(`${promised.key}-burn-rate`, {
    title,
    description:
      "How many times faster than allowed the budget goes. Good: below 1; pages come from 6 (6h) and 14.4 (1h).",
    unit: "none",
    decimals: 1,
    min: 0,
    thresholds: (0, dashboards_1.highIsBad)({ warning: 6, critical: 14.4 }),
    queries: burnRates(promised, ["5m", "1h", "6h"]),
  });
}
function slowBurnRate(promised, title) {
  return (0, dashboards_1.timeseries)(`${promised.key}-slow-burn-rate`, {
    title,
    description:
      "The same over the other windows that alerts look at. Good: below 1; tickets come from 1 (3d) and 3 (1d).",
    width: "full",
    height: 6,
    unit: "none",
    decimals: 1,
    min: 0,
    thresholds: (0, dashboards_1.thresholds)(
      "green",
      [1, "yellow"],
      [3, "orange"],
    ),
    queries: burnRates(promised, ["30m", "2h", "1d", "3d"]),
  });
}
function burnRates({ record, objective }, windows) {
  const budget = Number((1 - objective).toFixed(4));
  return windows.map((window) =>
    (0, dashboards_1.query)(
      `${record}${window}{${expressions_1.agent}} / ${budget}`,
      window,
    ),
  );
}
function overTime() {
  return (0, dashboards_1.timeseries)("sli", {
    title: "SLI over time",
    description:
      "Both shares of good requests over the last hour; lines at what is promised. Good: each above its line. Failures that are fast count as fast, so read both.",
    width: "full",
    unit: "percentunit",
    max: 1,
    thresholds: (0, dashboards_1.thresholds)(
      "red",
      [latency.objective, "orange"],
      [availability.objective, "green"],
    ),
    queries: [
      (0, dashboards_1.query)(
        `1 - ${availability.record}1h{${expressions_1.agent}}`,
        "availability 1h",
      ),
      (0, dashboards_1.query)(
        `1 - ${latency.record}1h{${expressions_1.agent}}`,
        "under 100 ms 1h",
      ),
    ],
  });
}
//# sourceMappingURL=slo.js.map
