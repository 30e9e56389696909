import { secondsIn } from "../model/duration";
import type { BurnTier, Slo } from "../model/slo";
import { budgetOf } from "./decimal";
import {
  lengthOf,
  segmentsOf,
  type ErrorPattern,
  type ErrorSegment,
} from "./error-pattern";
import { thresholdOf, tiersOf } from "./windows";

/** A span in which an alert fires, in seconds from the start of the pattern; `until` is missing when it never stops. */
export interface Firing {
  readonly from: number;
  readonly until?: number;
}

/** When one tier fires. */
export interface TierFirings {
  readonly tier: BurnTier;
  readonly firings: readonly Firing[];
}

/** Ratios closer to a threshold than this are on it: noise of fractions, far below anything that counts events. */
const ROUNDING = 1e-12;

/**
 * When each tier of `slo` fires and stops while errors follow `pattern`, solved exactly.
 *
 * The ratio of a window W at time t is (E(t) - E(t - W)) / W, E being the integral of the error ratio. For straight
 * lines of errors it is a quadratic between the moments at which either end of the window meets a corner of the
 * pattern, so that every crossing of a threshold is the root of a quadratic. Scrapes and evaluations, which delay what
 * is seen by at most their intervals, are left out.
 */
export function simulateBurn(
  slo: Slo,
  pattern: ErrorPattern,
): readonly TierFirings[] {
  const segments = segmentsOf(pattern);
  return tiersOf(slo).map((tier) => ({
    tier,
    firings: firingsOf(slo, tier, segments, lengthOf(pattern)),
  }));
}

/** The error ratio of a window that ends at `at`, in seconds. */
export function windowRatio(
  segments: readonly ErrorSegment[],
  at: number,
  windowSeconds: number,
): number {
  return (
    (integral(segments, at) - integral(segments, at - windowSeconds)) /
    windowSeconds
  );
}

/** The share of the whole budget that `pattern` has spent `at` seconds after it began; 1 is all of it. */
export function budgetSpent(
  slo: Slo,
  pattern: ErrorPattern,
  at: number,
): number {
  const spent = integral(segmentsOf(pattern), at);
  return spent / (budgetOf(slo.objective) * secondsIn(slo.period));
}

function firingsOf(
  slo: Slo,
  tier: BurnTier,
  segments: readonly ErrorSegment[],
  patternLength: number,
): readonly Firing[] {
  const threshold = thresholdOf(tier, slo);
  const windows = [secondsIn(tier.long), secondsIn(tier.short)];
  const end = patternLength + Math.max(...windows);
  const corners = [
    0,
    end,
    ...segments.flatMap(({ from }) =>
      [0, ...windows].map((shift) => from + shift),
    ),
  ];
  const crossings = windows.flatMap((window) =>
    crossingsOf(segments, window, threshold, end),
  );
  const moments = [...new Set([...corners, ...crossings])]
    .filter((moment) => moment <= end)
    .sort((a, b) => a - b);
  const isAbove = (at: number): boolean =>
    windows.every(
      (window) => windowRatio(segments, at, window) > threshold + ROUNDING,
    );
  const pending = secondsIn(tier.for ?? "0s");
  return spansWhere(moments, isAbove, end)
    .map(({ from, until }) => ({ ...withEnd(until), from: from + pending }))
    .filter(({ from, until = Infinity }) => from < until);
}

/** The spans between consecutive moments in which `holds`, merged. What holds after the last moment holds forever. */
function spansWhere(
  moments: readonly number[],
  holds: (at: number) => boolean,
  end: number,
): readonly Firing[] {
  const spans: Firing[] = [];
  let since: number | undefined;
  moments.forEach((from, index) => {
    const until = moments[index + 1];
    const probe = until === undefined ? end + 1 : (from + until) / 2;
    if (holds(probe)) {
      since ??= from;
    } else if (since !== undefined) {
      spans.push({ from: since, until: from });
      since = undefined;
    }
  });
  return since === undefined ? spans : [...spans, { from: since }];
}

function withEnd(until: number | undefined): Pick<Firing, "until"> {
  return until === undefined ? {} : { until };
}

/** Where the ratio of `window` meets `threshold`. */
function crossingsOf(
  segments: readonly ErrorSegment[],
  window: number,
  threshold: number,
  end: number,
): readonly number[] {
  const corners = segments.flatMap(({ from }) => [from, from + window]);
  const moments = [...new Set([0, window, ...corners, end])]
    .filter((moment) => moment <= end)
    .sort((a, b) => a - b);
  return moments.slice(0, -1).flatMap((from, index) => {
    const until = moments[index + 1] ?? end;
    const head = lineAt(segments, from);
    const tail = lineAt(segments, from - window);
    return roots(
      (head.slope - tail.slope) / (2 * window),
      (head.ratio - tail.ratio) / window,
      windowRatio(segments, from, window) - threshold,
    )
      .map((root) => from + root)
      .filter((root) => root > from && root < until);
  });
}

/** Real solutions of a u² + b u + c = 0. */
function roots(a: number, b: number, c: number): readonly number[] {
  if (a === 0) return b === 0 ? [] : [-c / b];
  const discriminant = b * b - 4 * a * c;
  if (discriminant < 0) return [];
  const root = Math.sqrt(discriminant);
  const q = -(b + (b < 0 ? -root : root)) / 2;
  return q === 0 ? [0] : [q / a, c / q];
}

function lineAt(
  segments: readonly ErrorSegment[],
  at: number,
): { readonly ratio: number; readonly slope: number } {
  const segment = segments.find(({ from, until }) => at >= from && at < until);
  if (segment === undefined) return { ratio: 0, slope: 0 };
  const { from, ratioFrom, slope } = segment;
  return { ratio: ratioFrom + slope * (at - from), slope };
}

/** Bad time up to `at`: the area below the error ratio, in seconds. */
function integral(segments: readonly ErrorSegment[], at: number): number {
  return segments.reduce((sum, { from, until, ratioFrom, slope }) => {
    const length = Math.min(at, until) - from;
    return length <= 0
      ? sum
      : sum + ratioFrom * length + (slope * length * length) / 2;
  }, 0);
}
