import { secondsIn } from "../model/duration";
import type { BurnTier, Slo } from "../model/slo";
import { absentFor, mostCriticalTier } from "./absent-alert";
import { simulateBurn } from "./burn-simulation";
import { lengthOf, type ErrorPattern } from "./error-pattern";
import { absentAlertName, tierAlertName } from "./names";
import { windowsOf } from "./recordings";
import { thresholdOf, tiersOf } from "./windows";

/** Between two scrapes of the test. */
export const scrapeInterval = "1m";
/** Between two evaluations: a test of five days has to end within seconds. Everything is expected at a multiple of it. */
export const step = 10;
/** A stretch of minutes. `undefined` errors mean that nothing is scraped. */
export interface Phase {
  readonly minutes: number;
  readonly errorRatio: number | undefined;
  /** @default 1000 */
  readonly eventsPerMinute?: number;
}

/** Whether an alert fires at a minute of the test. */
export interface Expectation {
  readonly alert: string;
  readonly minute: number;
  readonly fires: boolean;
}

/** One test: what is fed, and what must come of it. */
export interface RuleCase {
  readonly name: string;
  readonly phases: readonly Phase[];
  readonly expectations: readonly Expectation[];
}

/**
 * What the rules of `slo` must do: healthy traffic, a total outage and the recovery from it, missing metrics, and where
 * events are counted, no traffic, a slow burn and one error in little traffic. When alerts must fire and stop is what
 * `simulateBurn` says, at the first evaluation after a scrape.
 */
export function ruleCases(
  slo: Slo,
  countsEvents: boolean,
): readonly RuleCase[] {
  return [
    healthy(slo),
    outage(slo),
    noData(slo),
    ...(countsEvents ? [noTraffic(slo), slowBurn(slo), ...oneError(slo)] : []),
  ];
}

/** The first evaluation at or after `minutes`. */
function stepAfter(minutes: number): number {
  return step * Math.ceil(minutes / step);
}

/** The last evaluation at or before `minutes`. */
function stepBefore(minutes: number): number {
  return step * Math.floor(minutes / step);
}

/** Minutes of health that fill every window before anything happens. */
function historyOf(slo: Slo): number {
  const longest = Math.max(...tiersOf(slo).map(({ long }) => secondsIn(long)));
  return stepAfter(longest / 60);
}

function alertNames(slo: Slo): readonly string[] {
  return [
    ...tiersOf(slo).map((tier) => tierAlertName(slo, tier)),
    absentAlertName(slo),
  ];
}

function silent(slo: Slo, minute: number): readonly Expectation[] {
  return alertNames(slo).map((alert) => ({ alert, minute, fires: false }));
}

function healthy(slo: Slo): RuleCase {
  return {
    name: "all is well",
    phases: [{ minutes: 120, errorRatio: 0 }],
    expectations: [...silent(slo, 10), ...silent(slo, 120)],
  };
}

/** Metrics that stand still are there: nothing has failed, and 0/0 is no alert. */
function noTraffic(slo: Slo): RuleCase {
  return {
    name: "no traffic",
    phases: [
      { minutes: 60, errorRatio: 0 },
      { minutes: 120, errorRatio: 0, eventsPerMinute: 0 },
    ],
    expectations: [...silent(slo, 70), ...silent(slo, 180)],
  };
}

function outage(slo: Slo): RuleCase {
  return patternCase(slo, "a total outage and the recovery from it", {
    kind: "outage",
    length: "10m",
  });
}

/** Errors at a rate between the two slowest thresholds, or at twice the only one. */
function slowBurn(slo: Slo): RuleCase {
  const thresholds = tiersOf(slo).map((tier) => thresholdOf(tier, slo));
  const [slowest = 0, next = Math.min(1, 4 * slowest)] = [...thresholds].sort(
    (a, b) => a - b,
  );
  return patternCase(slo, "a slow burn", {
    kind: "constant",
    errorRatio: Number(Math.sqrt(slowest * next).toPrecision(3)),
  });
}

function patternCase(slo: Slo, name: string, pattern: ErrorPattern): RuleCase {
  const history = historyOf(slo);
  const expectations = tiersOf(slo).flatMap((tier) =>
    tierExpectations(slo, tier, pattern).map((expectation) => ({
      ...expectation,
      minute: history + Math.max(0, expectation.minute),
    })),
  );
  const errors = Math.round(lengthOf(pattern) / 60);
  const last = Math.max(
    history + stepAfter(errors),
    ...expectations.map(({ minute }) => minute),
  );
  const ratio = pattern.kind === "constant" ? pattern.errorRatio : 1;
  return {
    name,
    phases: [
      { minutes: history, errorRatio: 0 },
      { minutes: errors || last - history, errorRatio: ratio },
      ...(errors ? [{ minutes: last - history, errorRatio: 0 }] : []),
    ],
    expectations: [
      ...expectations,
      { alert: absentAlertName(slo), minute: last, fires: false },
    ],
  };
}

/**
 * What the closed form says of one tier, in minutes from the start of the pattern. Samples are points, so that a window
 * holds a little more or less than it should: only what is true of thresholds 4 % lower and higher is expected.
 */
function tierExpectations(
  slo: Slo,
  tier: BurnTier,
  pattern: ErrorPattern,
): readonly Expectation[] {
  const alert = tierAlertName(slo, tier);
  const [eager, reluctant] = [0.96, 1.04].map((share) => {
    const objective = 100 - share * (100 - slo.objective);
    const [found] = simulateBurn({ ...slo, objective, tiers: [tier] }, pattern);
    return found?.firings[0];
  });
  if (eager === undefined) return [{ alert, minute: step, fires: false }];
  if (reluctant === undefined) return [];
  const pending = secondsIn(tier.for ?? "0s") > 0 ? step : 0;
  const fires = stepAfter(reluctant.from / 60 + 1 + pending);
  const stops = stepBefore((reluctant.until ?? Infinity) / 60 - 1);
  return [
    { alert, minute: stepBefore(eager.from / 60 - 1), fires: false },
    ...(fires <= stops ? [{ alert, minute: fires, fires: true }] : []),
    ...(fires < stops && stops < Infinity
      ? [{ alert, minute: stops, fires: true }]
      : []),
    ...(eager.until === undefined
      ? []
      : [{ alert, minute: stepAfter(eager.until / 60 + 1), fires: false }]),
  ];
}

/** The window still sees the last two samples, and nothing a window later. */
function noData(slo: Slo): RuleCase {
  const history = 60;
  const window = secondsIn(windowsOf(slo)[0] ?? "5m") / 60;
  const wait =
    secondsIn(absentFor(slo, { scrapeInterval, interval: scrapeInterval })) /
    60;
  const alert = absentAlertName(slo);
  const latest = history + stepAfter(window + 1) + stepAfter(wait) + step;
  return {
    name: "no metrics",
    phases: [
      { minutes: history, errorRatio: 0 },
      { minutes: latest - history, errorRatio: undefined },
    ],
    expectations: [
      { alert, minute: history + stepBefore(window - 2 + wait), fires: false },
      { alert, minute: latest, fires: true },
      ...tiersOf(slo).map((tier) => ({
        alert: tierAlertName(slo, tier),
        minute: latest,
        fires: false,
      })),
    ],
  };
}

/** Twelve events an hour, one of which fails. */
function oneError(slo: Slo): readonly RuleCase[] {
  const tier = mostCriticalTier(slo);
  if (tier === undefined) return [];
  const history = stepAfter(secondsIn(tier.long) / 60);
  const perMinute = 1 / 5;
  const expected = perMinute * history;
  const fires = firesOnOne(slo, tier, expected);
  if (fires === undefined) return [];
  return [
    {
      name: fires
        ? "one error in little traffic fires: no minimum of requests is set"
        : "one error in little traffic is no alert",
      phases: [
        { minutes: history, errorRatio: 0, eventsPerMinute: perMinute },
        { minutes: step - 2, errorRatio: 0, eventsPerMinute: perMinute },
        { minutes: 1, errorRatio: 1, eventsPerMinute: 1 },
        { minutes: step, errorRatio: 0, eventsPerMinute: perMinute },
      ],
      expectations: [
        { alert: tierAlertName(slo, tier), minute: history, fires: false },
        { alert: tierAlertName(slo, tier), minute: history + step, fires },
      ],
    },
  ];
}

/** `undefined` where it is too close to call. */
function firesOnOne(
  slo: Slo,
  tier: BurnTier,
  events: number,
): boolean | undefined {
  const minimum = slo.minimumRequests ?? 0;
  if (secondsIn(tier.for ?? "0s") > 0) return undefined;
  if (Math.abs(minimum - events) < 3) return undefined;
  const ratio = 1 / (events + 1);
  const threshold = thresholdOf(tier, slo);
  if (Math.abs(ratio / threshold - 1) < 0.2) return undefined;
  return ratio > threshold && events > minimum;
}
