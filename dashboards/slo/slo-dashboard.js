"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.sloDashboard = sloDashboard;
const slo_1 = require("monitoring-as-code/slo");
const slo_2 = require("monitoring-as-code/slo");
const slo_3 = require("monitoring-as-code/slo");
const slo_4 = require("monitoring-as-code/slo");
const slo_5 = require("monitoring-as-code/slo");
const slo_6 = require("monitoring-as-code/slo");
const dashboards_1 = require("monitoring-as-code/dashboards");
const budget_colors_1 = require("./budget-colors");
const slo_tags_1 = require("./slo-tags");
/**
 * The dashboard of one SLO. All that depends on the environment, the period and the thresholds of the tiers, it reads
 * from recorded series: its JSON is the same everywhere.
 */
function sloDashboard(system, slo) {
  const { id, title, description, service } = slo;
  return (0, dashboards_1.dashboard)({
    uid: (0, slo_2.sloDashboardUid)(system, slo),
    title: `SLO: ${title}`,
    description: `${description}. Whether the promise of ${service} is kept, how much of the error budget is left, and how fast it goes`,
    system,
    tags: (0, slo_tags_1.sloTags)(system),
    time: { from: "now-24h", to: "now" },
    rows: [
      (0, dashboards_1.row)(summary(slo)),
      (0, dashboards_1.row)("Burn rate", [
        burnRates(slo),
        (0, dashboards_1.alertlist)("alerts", {
          title: "Alerts of This Objective",
          description:
            "What fires or is about to. Good: nothing. A faster tier silences the notifications of slower ones, not their entries here.",
          filter: `{system="${system}",slo="${id}"}`,
          width: "third",
          height: 9,
        }),
        ...(0, slo_6.tiersOf)(slo).map((tier) => tierPanel(slo, tier)),
      ]),
      (0, dashboards_1.row)("Service level", [
        sliOverTime(slo),
        budgetOverTime(slo),
      ]),
      ...((0, slo_3.eventUnit)((0, slo_5.sliQueries)(slo.sli).total) ===
      "per-second"
        ? [(0, dashboards_1.row)("Events", [events(slo)])]
        : []),
    ],
  });
}
function summary(slo) {
  const target = slo.objective / 100;
  const series = (record) => (0, slo_4.seriesOf)(record, slo);
  const burn = burnRate(slo, fastest(slo));
  return [
    (0, dashboards_1.stat)("objective", {
      title: "Objective",
      description:
        "The share of good events that is promised. It does not change by itself.",
      width: 4,
      unit: "percentunit",
      decimals: 3,
      sparkline: false,
      queries: [(0, dashboards_1.query)(series(slo_4.records.objective))],
    }),
    (0, dashboards_1.stat)("period", {
      title: "Measured Over",
      description:
        "The period of the objective, or what this environment keeps of it.",
      width: 4,
      unit: "d",
      sparkline: false,
      queries: [(0, dashboards_1.query)(series(slo_4.records.periodDays))],
    }),
    (0, dashboards_1.stat)("achieved", {
      title: "Achieved",
      description:
        "The share of good events over the period, each event counted once. Good: green, at least the objective.",
      width: 4,
      unit: "percentunit",
      decimals: 3,
      thresholds: (0, dashboards_1.thresholds)("red", [target, "green"]),
      queries: [
        (0, dashboards_1.query)(
          `1 - ${series(slo_4.records.periodErrorRatio)}`,
        ),
      ],
    }),
    (0, dashboards_1.stat)("budget-left", {
      title: "Error Budget Left",
      description:
        "The share of the allowed failures that is left. Good: above 50 %. From 50 % release less, below 25 % freeze features, at 0 % freeze everything; negative when the objective is missed.",
      width: 4,
      unit: "percentunit",
      decimals: 1,
      thresholds: budget_colors_1.budgetColors,
      queries: [(0, dashboards_1.query)(series(slo_4.records.budgetRemaining))],
    }),
    (0, dashboards_1.stat)("burn-rate", {
      title: "Burn Rate Now",
      description:
        "How many times faster than allowed the budget goes, over the shortest window. Good: below 1.",
      width: 4,
      unit: "short",
      decimals: 2,
      thresholds: (0, dashboards_1.thresholds)("green", [1, "orange"]),
      queries: [(0, dashboards_1.query)(series(slo_4.records.currentBurnRate))],
    }),
    (0, dashboards_1.stat)("time-to-exhaustion", {
      title: "Budget Lasts",
      description: `How long what is left of the budget lasts at the rate of the last ${fastest(slo)}. Good: longer than the period, or nothing at all where nothing fails.`,
      width: 4,
      unit: "s",
      noValue: "no failures",
      sparkline: false,
      queries: [
        (0, dashboards_1.query)(
          `86400 * ${series(slo_4.records.periodDays)} * clamp_min(${series(slo_4.records.budgetRemaining)}, 0) / (${burn} > 0)`,
        ),
      ],
    }),
  ];
}
/** The long window of the fastest tier. */
function fastest(slo) {
  return (0, slo_6.windowName)((0, slo_6.tiersOf)(slo)[0]?.long ?? "1h");
}
function burnRate(slo, window) {
  return `${(0, slo_4.seriesOf)((0, slo_4.errorRatioRecord)(window), slo)} / ${(0, slo_4.seriesOf)(slo_4.records.errorBudget, slo)}`;
}
function burnRates(slo) {
  const windows = [
    ...new Set(
      (0, slo_6.tiersOf)(slo).map(({ long }) => (0, slo_6.windowName)(long)),
    ),
  ];
  return (0, dashboards_1.timeseries)(slo_2.burnPanelKey, {
    title: "Burn Rates",
    description:
      "How many times faster than allowed the budget goes, over the long window of each tier; dashed, the rate from which the tier fires. Good: all lines below 1.",
    width: 16,
    height: 9,
    unit: "short",
    min: 0,
    softMax: 2,
    queries: [
      ...windows.map((window) =>
        (0, dashboards_1.query)(burnRate(slo, window), window),
      ),
      (0, dashboards_1.query)(
        (0, slo_4.seriesOf)(slo_4.records.tierBurnRate, slo),
        `{{${slo_4.tierLabel}}} fires`,
      ),
    ],
    overrides: [
      (0, dashboards_1.byRegexp)("/ fires$/", { dashed: true, fill: 0 }),
    ],
  });
}
function tierPanel(slo, tier) {
  const [long, short] = [
    (0, slo_6.windowName)(tier.long),
    (0, slo_6.windowName)(tier.short),
  ];
  const threshold = (0, slo_4.seriesOf)(
    slo_4.records.tierBurnRate,
    slo,
  ).replace(/\}$/, `,${slo_4.tierLabel}="${tier.tier}"}`);
  return (0, dashboards_1.timeseries)(`tier-${tier.tier}`, {
    title: `${tier.severity === "critical" ? "Page" : "Ticket"}: ${tier.tier}`,
    description: `Burn rate over the last ${long} and over the last ${short}. The alert fires while both are above the dashed line; the short one ends it soon after the cause has ended. Good: both below the line.`,
    width: "quarter",
    height: 7,
    unit: "short",
    min: 0,
    queries: [
      (0, dashboards_1.query)(burnRate(slo, long), long),
      (0, dashboards_1.query)(burnRate(slo, short), short),
      (0, dashboards_1.query)(threshold, "fires"),
    ],
    overrides: [
      (0, dashboards_1.byRegexp)("/^fires$/", {
        dashed: true,
        fill: 0,
        color: "red",
      }),
    ],
  });
}
function sliOverTime(slo) {
  const windows = ["5m", "1h", "1d"];
  const recorded = new Set(
    (0, slo_6.tiersOf)(slo).flatMap(({ long, short }) => [
      (0, slo_6.windowName)(long),
      (0, slo_6.windowName)(short),
    ]),
  );
  const shown = windows.filter((window) => recorded.has(window));
  const lines = shown.length > 0 ? shown : [fastest(slo)];
  return (0, dashboards_1.timeseries)("sli", {
    title: "Share of Good Events",
    description: `The service level over several windows; dashed, the objective of ${(0, slo_1.decimal)(slo.objective)} %. Good: above it most of the time. Gaps are times without events.`,
    unit: "percentunit",
    max: 1,
    queries: [
      ...lines.map((window) =>
        (0, dashboards_1.query)(
          `1 - ${(0, slo_4.seriesOf)((0, slo_4.errorRatioRecord)(window), slo)}`,
          window,
        ),
      ),
      (0, dashboards_1.query)(
        (0, slo_4.seriesOf)(slo_4.records.objective, slo),
        "objective",
      ),
    ],
    overrides: [
      (0, dashboards_1.byRegexp)("/^objective$/", {
        dashed: true,
        fill: 0,
        color: "green",
      }),
    ],
  });
}
function budgetOverTime(slo) {
  return (0, dashboards_1.timeseries)("budget-over-time", {
    title: "Error Budget Left over Time",
    description:
      "The share of the budget of the period that was left at each moment. Good: falls slowly, and recovers as old failures leave the period.",
    unit: "percentunit",
    max: 1,
    thresholds: budget_colors_1.budgetColors,
    queries: [
      (0, dashboards_1.query)(
        (0, slo_4.seriesOf)(slo_4.records.budgetRemaining, slo),
        "budget left",
      ),
    ],
  });
}
function events(slo) {
  const over = (text) =>
    text.replaceAll(slo_5.windowVariable, "$__rate_interval");
  return (0, dashboards_1.timeseries)("events", {
    title: "Events",
    description:
      "All events and the bad ones among them, per second. Good: the bad ones stay at the bottom. With few events, single failures weigh a lot.",
    width: "full",
    unit: "cps",
    min: 0,
    queries: [
      (0, dashboards_1.query)(
        over((0, slo_5.sliQueries)(slo.sli).total),
        "all",
      ),
      (0, dashboards_1.query)(over((0, slo_5.badQuery)(slo.sli)), "bad"),
    ],
    overrides: [(0, dashboards_1.byRegexp)("/^bad$/", { color: "red" })],
  });
}
//# sourceMappingURL=slo-dashboard.js.map
