import { durationOf, secondsIn, type Duration } from "../model/duration";
import { memoize } from "../internal/memoize";
import type { BurnTier, Slo } from "../model/slo";
import { budgetOf, rounded } from "./decimal";

/** What all built-in sets share; only the share of the budget differs with the period. */
const shapes = [
  { tier: "page-quick", severity: "critical", long: "1h", short: "5m" },
  { tier: "page-slow", severity: "critical", long: "6h", short: "30m" },
  { tier: "ticket-quick", severity: "warning", long: "1d", short: "2h" },
  { tier: "ticket-slow", severity: "warning", long: "3d", short: "6h" },
] as const;

/**
 * Budget shares in percent by period, in the order of the shapes. Those of 28d and 7d are the usual ones but for the
 * slow ticket, whose usual 10 % and 42 % give factors below 1: it would fire while the objective is met (docs/decisions/0030-burn-tiers.md).
 */
const budgetPercents: Readonly<Record<string, readonly number[]>> = {
  "7d": [8, 12.5, 20, 43],
  "28d": [2, 5, 10, 10.75],
  "30d": [2, 5, 10, 10],
};

/** Periods that need no tiers of their own. */
export const builtInPeriods: readonly Duration[] = ["7d", "28d", "30d"];

const tiersByPeriod: Readonly<Record<string, readonly BurnTier[]>> =
  Object.fromEntries(
    Object.entries(budgetPercents).map(([period, percents]) => [
      period,
      percents.map((budgetPercent, index) => {
        const shape = shapes[index];
        if (shape === undefined) throw new Error(`no tier ${index}`);
        return { ...shape, budgetPercent };
      }),
    ]),
  );

/** The built-in tiers of a period, the fastest first, the same object each time; `undefined` when it has none. */
export function builtInTiers(
  period: Duration,
): readonly BurnTier[] | undefined {
  return tiersByPeriod[windowName(period)];
}

/**
 * The tiers that watch `slo`, the fastest first: its own, else the built-in ones of its period, else none. Expansion asks
 * for those of one SLO a dozen times.
 */
export const tiersOf = memoize(({ tiers, period }: Slo): readonly BurnTier[] =>
  tiers === undefined
    ? (builtInTiers(period) ?? [])
    : fastestFirst(tiers, period),
);

function fastestFirst(
  tiers: readonly BurnTier[],
  period: Duration,
): readonly BurnTier[] {
  return tiers
    .map((tier) => ({ tier, factor: factorOf(tier, period) }))
    .sort(
      (a, b) =>
        b.factor - a.factor || secondsIn(a.tier.long) - secondsIn(b.tier.long),
    )
    .map(({ tier }) => tier);
}

/**
 * How many times faster than allowed the budget burns when the tier fires: budget share × period / long window
 * (Site Reliability Workbook, chapter 5), without float noise.
 */
export function factorOf(
  { budgetPercent, long }: Pick<BurnTier, "budgetPercent" | "long">,
  period: Duration,
): number {
  return rounded((budgetPercent * secondsIn(period)) / (100 * secondsIn(long)));
}

/** The error ratio above which the tier fires, as a fraction: factor × budget. */
export function thresholdOf(tier: BurnTier, slo: Slo): number {
  return rounded(factorOf(tier, slo.period) * budgetOf(slo.objective));
}

/** The share of the budget in percent that is gone after `long` at a burn rate of `factor`: the inverse of {@link factorOf}. */
export function budgetPercentOf(
  factor: number,
  long: Duration,
  period: Duration,
): number {
  return (factor * 100 * secondsIn(long)) / secondsIn(period);
}

/** A tier that is known by its factor instead of its share of the budget. */
export type FactorTier = Omit<BurnTier, "budgetPercent"> & {
  readonly factor: number;
};

/** Tiers for any period from the factors at which they fire. */
export function tiersWithFactors(
  period: Duration,
  tiers: readonly FactorTier[],
): readonly BurnTier[] {
  return tiers.map(({ factor, ...tier }) => ({
    ...tier,
    budgetPercent: budgetPercentOf(factor, tier.long, period),
  }));
}

/**
 * `slo` over no more than `longest`, the period that an environment's retention supports. Its own tiers keep their
 * factors, hence their thresholds; built-in tiers become those of the shorter period where it has some.
 */
export function withSupportedPeriod(slo: Slo, longest: Duration): Slo {
  if (secondsIn(slo.period) <= secondsIn(longest)) return slo;
  if (slo.tiers === undefined && builtInTiers(longest) !== undefined)
    return { ...slo, period: longest };
  const tiers = tiersOf(slo)
    .filter(({ long }) => secondsIn(long) <= secondsIn(longest))
    .map((tier) => ({
      ...tier,
      budgetPercent: budgetPercentOf(
        factorOf(tier, slo.period),
        tier.long,
        longest,
      ),
    }));
  return { ...slo, period: longest, tiers };
}

/** A window as queries and record names spell it: one unit, the largest exact one up to days (`"60m"` is `"1h"`, `"1w"` is `"7d"`). */
export function windowName(window: Duration): Duration {
  const seconds = secondsIn(window);
  const exact = durationOf(seconds);
  return exact.endsWith("w") ? `${seconds / 86_400}d` : exact;
}
