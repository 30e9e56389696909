import { secondsIn, type Duration } from "../model/duration";
import type { RecordingGroup, RecordingRule } from "../model/recording-rule";
import { memoize } from "../internal/memoize";
import type { BurnTier, Slo } from "../model/slo";
import { budgetOf, decimal } from "./decimal";
import { eventCount } from "./event-count";
import {
  errorRatioRecord,
  eventCountRecord,
  groupNames,
  labelsOf,
  records,
  seriesOf,
  tierLabel,
} from "./names";
import type { ScopedSlo } from "./scoped-slo";
import { overWindow, sliQueries } from "./sli-query";
import { factorOf, tiersOf, windowName } from "./windows";

/** From here on a ratio moves so slowly, and costs so much, that every other minute is enough. */
const longWindowSeconds = 86_400;
/** Under half of the five minutes after which Prometheus forgets a sample. */
const longWindowInterval: Duration = "2m";

/** SLOs with the same tiers have the same windows. */
const windowsOfTiers = memoize(
  (tiers: readonly BurnTier[]): readonly Duration[] => {
    const windows = tiers.flatMap(({ long, short }) => [
      windowName(short),
      windowName(long),
    ]);
    return [...new Set(windows)].sort((a, b) => secondsIn(a) - secondsIn(b));
  },
);

/** The windows of an SLO's tiers, each once, the shortest first. */
export function windowsOf(slo: Slo): readonly Duration[] {
  return windowsOfTiers(tiersOf(slo));
}

/** The recording rules of an SLO: short windows often, long windows and the period less often. */
export function recordingGroups(
  slo: ScopedSlo,
  interval: Duration,
): readonly RecordingGroup[] {
  const windows = windowsOf(slo);
  const isLong = (window: Duration): boolean =>
    secondsIn(window) >= longWindowSeconds;
  const ratios = (some: readonly Duration[]): readonly RecordingRule[] => [
    ...some.map((window) => errorRatio(slo, window)),
    ...eventCounts(slo, some),
  ];
  return [
    {
      name: groupNames(slo).windows,
      interval,
      recordings: [
        ...ratios(windows.filter((window) => !isLong(window))),
        ...metadata(slo),
        ...currentBurnRate(slo, windows),
      ],
    },
    {
      name: groupNames(slo).period,
      interval: longer(interval, longWindowInterval),
      recordings: [...ratios(windows.filter(isLong)), ...periodRules(slo)],
    },
  ];
}

function longer(a: Duration, b: Duration): Duration {
  return secondsIn(a) > secondsIn(b) ? a : b;
}

function errorRatio(slo: Slo, window: Duration): RecordingRule {
  return {
    record: errorRatioRecord(window),
    expr: overWindow(sliQueries(slo.sli).errorRatio, window),
    labels: labelsOf(slo),
    lookback: window,
  };
}

function eventCounts(
  slo: Slo,
  windows: readonly Duration[],
): readonly RecordingRule[] {
  if (!slo.minimumRequests) return [];
  const guarded = new Set(tiersOf(slo).map(({ long }) => windowName(long)));
  return windows
    .filter((window) => guarded.has(window))
    .map((window) => ({
      record: eventCountRecord(window),
      expr: eventCount(sliQueries(slo.sli).total, window),
      labels: labelsOf(slo),
      lookback: window,
    }));
}

function metadata(slo: Slo): readonly RecordingRule[] {
  const budget = budgetOf(slo.objective);
  const constant = (record: string, value: number): RecordingRule => ({
    record,
    expr: `vector(${decimal(value)})`,
    labels: labelsOf(slo),
  });
  return [
    constant(records.objective, 1 - budget),
    constant(records.errorBudget, budget),
    constant(records.periodDays, secondsIn(slo.period) / 86_400),
    ...tiersOf(slo).map((tier) => tierBurnRate(slo, tier)),
  ];
}

function tierBurnRate(slo: Slo, tier: BurnTier): RecordingRule {
  return {
    record: records.tierBurnRate,
    expr: `vector(${decimal(factorOf(tier, slo.period))})`,
    labels: { ...labelsOf(slo), [tierLabel]: tier.tier },
  };
}

function currentBurnRate(
  slo: ScopedSlo,
  windows: readonly Duration[],
): readonly RecordingRule[] {
  return windows.slice(0, 1).map((window) => ({
    record: records.currentBurnRate,
    expr: `${seriesOf(errorRatioRecord(window), slo)} / ${decimal(budgetOf(slo.objective))}`,
    labels: labelsOf(slo),
    lookback: window,
  }));
}

/** The ratio over the period counts every event once; averaging slices of time would count quiet hours like busy ones. */
function periodRules(slo: ScopedSlo): readonly RecordingRule[] {
  const { period } = slo;
  const isWindow = windowsOf(slo).includes(windowName(period));
  const budget = decimal(budgetOf(slo.objective));
  const rules: readonly (readonly [record: string, expr: string])[] = [
    [records.periodErrorRatio, seriesOf(errorRatioRecord(period), slo)],
    [
      records.periodBurnRate,
      `${seriesOf(records.periodErrorRatio, slo)} / ${budget}`,
    ],
    [records.budgetRemaining, `1 - ${seriesOf(records.periodBurnRate, slo)}`],
  ];
  return [
    ...(isWindow ? [] : [errorRatio(slo, period)]),
    ...rules.map(([record, expr]) => ({
      record,
      expr,
      labels: labelsOf(slo),
      lookback: period,
    })),
  ];
}
