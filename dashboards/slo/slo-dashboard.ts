import { type Dashboard, type BurnTier, type Slo } from "monitoring-as-code";
import {
  decimal,
  burnPanelKey,
  sloDashboardUid,
  eventUnit,
  errorRatioRecord,
  records,
  seriesOf,
  tierLabel,
  badQuery,
  sliQueries,
  windowVariable,
  tiersOf,
  windowName,
} from "monitoring-as-code/slo";
import {
  alertlist,
  byRegexp,
  dashboard,
  query,
  row,
  stat,
  thresholds,
  timeseries,
  type Panel,
} from "monitoring-as-code/dashboards";
import { budgetColors } from "./budget-colors";
import { sloTags } from "./slo-tags";

/**
 * The dashboard of one SLO. All that depends on the environment, the period and the thresholds of the tiers, it reads
 * from recorded series: its JSON is the same everywhere.
 */
export function sloDashboard(system: string, slo: Slo): Dashboard {
  const { id, title, description, service } = slo;
  return dashboard({
    uid: sloDashboardUid(system, slo),
    title: `SLO: ${title}`,
    description: `${description}. Whether the promise of ${service} is kept, how much of the error budget is left, and how fast it goes`,
    system,
    tags: sloTags(system),
    time: { from: "now-24h", to: "now" },
    rows: [
      row(summary(slo)),
      row("Burn rate", [
        burnRates(slo),
        alertlist("alerts", {
          title: "Alerts of This Objective",
          description:
            "What fires or is about to. Good: nothing. A faster tier silences the notifications of slower ones, not their entries here.",
          filter: `{system="${system}",slo="${id}"}`,
          width: "third",
          height: 9,
        }),
        ...tiersOf(slo).map((tier) => tierPanel(slo, tier)),
      ]),
      row("Service level", [sliOverTime(slo), budgetOverTime(slo)]),
      ...(eventUnit(sliQueries(slo.sli).total) === "per-second"
        ? [row("Events", [events(slo)])]
        : []),
    ],
  });
}

function summary(slo: Slo): readonly Panel[] {
  const target = slo.objective / 100;
  const series = (record: string): string => seriesOf(record, slo);
  const burn = burnRate(slo, fastest(slo));
  return [
    stat("objective", {
      title: "Objective",
      description:
        "The share of good events that is promised. It does not change by itself.",
      width: 4,
      unit: "percentunit",
      decimals: 3,
      sparkline: false,
      queries: [query(series(records.objective))],
    }),
    stat("period", {
      title: "Measured Over",
      description:
        "The period of the objective, or what this environment keeps of it.",
      width: 4,
      unit: "d",
      sparkline: false,
      queries: [query(series(records.periodDays))],
    }),
    stat("achieved", {
      title: "Achieved",
      description:
        "The share of good events over the period, each event counted once. Good: green, at least the objective.",
      width: 4,
      unit: "percentunit",
      decimals: 3,
      thresholds: thresholds("red", [target, "green"]),
      queries: [query(`1 - ${series(records.periodErrorRatio)}`)],
    }),
    stat("budget-left", {
      title: "Error Budget Left",
      description:
        "The share of the allowed failures that is left. Good: above 50 %. From 50 % release less, below 25 % freeze features, at 0 % freeze everything; negative when the objective is missed.",
      width: 4,
      unit: "percentunit",
      decimals: 1,
      thresholds: budgetColors,
      queries: [query(series(records.budgetRemaining))],
    }),
    stat("burn-rate", {
      title: "Burn Rate Now",
      description:
        "How many times faster than allowed the budget goes, over the shortest window. Good: below 1.",
      width: 4,
      unit: "short",
      decimals: 2,
      thresholds: thresholds("green", [1, "orange"]),
      queries: [query(series(records.currentBurnRate))],
    }),
    stat("time-to-exhaustion", {
      title: "Budget Lasts",
      description: `How long what is left of the budget lasts at the rate of the last ${fastest(slo)}. Good: longer than the period, or nothing at all where nothing fails.`,
      width: 4,
      unit: "s",
      noValue: "no failures",
      sparkline: false,
      queries: [
        query(
          `86400 * ${series(records.periodDays)} * clamp_min(${series(records.budgetRemaining)}, 0) / (${burn} > 0)`,
        ),
      ],
    }),
  ];
}

/** The long window of the fastest tier. */
function fastest(slo: Slo): BurnTier["long"] {
  return windowName(tiersOf(slo)[0]?.long ?? "1h");
}

function burnRate(slo: Slo, window: BurnTier["long"]): string {
  return `${seriesOf(errorRatioRecord(window), slo)} / ${seriesOf(records.errorBudget, slo)}`;
}

function burnRates(slo: Slo): Panel {
  const windows = [
    ...new Set(tiersOf(slo).map(({ long }) => windowName(long))),
  ];
  return timeseries(burnPanelKey, {
    title: "Burn Rates",
    description:
      "How many times faster than allowed the budget goes, over the long window of each tier; dashed, the rate from which the tier fires. Good: all lines below 1.",
    width: 16,
    height: 9,
    unit: "short",
    min: 0,
    softMax: 2,
    queries: [
      ...windows.map((window) => query(burnRate(slo, window), window)),
      query(seriesOf(records.tierBurnRate, slo), `{{${tierLabel}}} fires`),
    ],
    overrides: [byRegexp("/ fires$/", { dashed: true, fill: 0 })],
  });
}

function tierPanel(slo: Slo, tier: BurnTier): Panel {
  const [long, short] = [windowName(tier.long), windowName(tier.short)];
  const threshold = seriesOf(records.tierBurnRate, slo).replace(
    /\}$/,
    `,${tierLabel}="${tier.tier}"}`,
  );
  return timeseries(`tier-${tier.tier}`, {
    title: `${tier.severity === "critical" ? "Page" : "Ticket"}: ${tier.tier}`,
    description: `Burn rate over the last ${long} and over the last ${short}. The alert fires while both are above the dashed line; the short one ends it soon after the cause has ended. Good: both below the line.`,
    width: "quarter",
    height: 7,
    unit: "short",
    min: 0,
    queries: [
      query(burnRate(slo, long), long),
      query(burnRate(slo, short), short),
      query(threshold, "fires"),
    ],
    overrides: [byRegexp("/^fires$/", { dashed: true, fill: 0, color: "red" })],
  });
}

function sliOverTime(slo: Slo): Panel {
  const windows = ["5m", "1h", "1d"] as const;
  const recorded = new Set(
    tiersOf(slo).flatMap(({ long, short }) => [
      windowName(long),
      windowName(short),
    ]),
  );
  const shown = windows.filter((window) => recorded.has(window));
  const lines = shown.length > 0 ? shown : [fastest(slo)];
  return timeseries("sli", {
    title: "Share of Good Events",
    description: `The service level over several windows; dashed, the objective of ${decimal(slo.objective)} %. Good: above it most of the time. Gaps are times without events.`,
    unit: "percentunit",
    max: 1,
    queries: [
      ...lines.map((window) =>
        query(`1 - ${seriesOf(errorRatioRecord(window), slo)}`, window),
      ),
      query(seriesOf(records.objective, slo), "objective"),
    ],
    overrides: [
      byRegexp("/^objective$/", { dashed: true, fill: 0, color: "green" }),
    ],
  });
}

function budgetOverTime(slo: Slo): Panel {
  return timeseries("budget-over-time", {
    title: "Error Budget Left over Time",
    description:
      "The share of the budget of the period that was left at each moment. Good: falls slowly, and recovers as old failures leave the period.",
    unit: "percentunit",
    max: 1,
    thresholds: budgetColors,
    queries: [query(seriesOf(records.budgetRemaining, slo), "budget left")],
  });
}

function events(slo: Slo): Panel {
  const over = (text: string): string =>
    text.replaceAll(windowVariable, "$__rate_interval");
  return timeseries("events", {
    title: "Events",
    description:
      "All events and the bad ones among them, per second. Good: the bad ones stay at the bottom. With few events, single failures weigh a lot.",
    width: "full",
    unit: "cps",
    min: 0,
    queries: [
      query(over(sliQueries(slo.sli).total), "all"),
      query(over(badQuery(slo.sli)), "bad"),
    ],
    overrides: [byRegexp("/^bad$/", { color: "red" })],
  });
}
