import { secondsIn, type Duration } from "../model/duration";
import type { BurnTier, Slo } from "../model/slo";
import { secondsToFire, type Cadence } from "./absent-alert";
import { budgetOf, rounded } from "./decimal";
import { tierAlertName } from "./names";
import { factorOf, thresholdOf, tiersOf } from "./windows";

/** What a tier means in practice. Times in seconds. */
export interface TierFigures {
  readonly tier: string;
  readonly alert: string;
  readonly severity: BurnTier["severity"];
  readonly long: Duration;
  readonly short: Duration;
  readonly budgetPercent: number;
  readonly factor: number;
  /** Share of bad events above which it fires. */
  readonly threshold: number;
  /** From the start of a total outage to the condition being true for long enough; what a scrape and an evaluation add is in {@link latestSeconds}. */
  readonly detectionSeconds: number;
  /** The same with a scrape, an evaluation of the recording and one of the alert in the worst order. */
  readonly latestSeconds: number;
  /** How long a whole budget lasts at the rate at which it fires. */
  readonly exhaustionSeconds: number;
  /** Events per hour below which a single bad one makes it fire. */
  readonly requestsPerHour: number;
  /** Objective in percent at or below which it could never fire. */
  readonly unfirableAt: number;
}

/** What an objective means in practice. */
export interface SloFigures {
  readonly id: string;
  readonly objective: number;
  readonly period: Duration;
  /** Share of events that may fail. */
  readonly budget: number;
  /** Minutes of total outage within the period that spend the budget. */
  readonly budgetMinutes: number;
  readonly tiers: readonly TierFigures[];
}

/** The numbers of an SLO and of each of its tiers, the fastest first. */
export function sloFigures(slo: Slo, cadence: Cadence): SloFigures {
  const budget = budgetOf(slo.objective);
  return {
    id: slo.id,
    objective: slo.objective,
    period: slo.period,
    budget,
    budgetMinutes: rounded((budget * secondsIn(slo.period)) / 60),
    tiers: tiersOf(slo).map((tier) => tierFigures(slo, tier, cadence)),
  };
}

/**
 * The numbers of one tier. Detection is factor × budget × long + for: a total outage fills the long window at rate 1
 * until the threshold is crossed, while the twelve times shorter window is long past it. Exhaustion is period / factor.
 */
function tierFigures(slo: Slo, tier: BurnTier, cadence: Cadence): TierFigures {
  const factor = factorOf(tier, slo.period);
  const threshold = thresholdOf(tier, slo);
  const detectionSeconds = rounded(secondsToFire(slo, tier));
  return {
    tier: tier.tier,
    alert: tierAlertName(slo, tier),
    severity: tier.severity,
    long: tier.long,
    short: tier.short,
    budgetPercent: tier.budgetPercent,
    factor,
    threshold,
    detectionSeconds,
    latestSeconds: rounded(
      detectionSeconds +
        secondsIn(cadence.scrapeInterval) +
        2 * secondsIn(cadence.interval),
    ),
    exhaustionSeconds: rounded(secondsIn(slo.period) / factor),
    requestsPerHour: rounded(3600 / (threshold * secondsIn(tier.long))),
    unfirableAt: rounded(100 * (1 - 1 / factor)),
  };
}

/** A table of the figures in Markdown, for a review or a terminal. */
export function figuresTable(figures: SloFigures): string {
  const head = [
    "tier",
    "severity",
    "windows",
    "burn rate",
    "error ratio",
    "total outage fires after",
    "budget lasts",
    "one failure fires below",
  ];
  const rows = figures.tiers.map((tier) => [
    tier.tier,
    tier.severity,
    `${tier.long} / ${tier.short}`,
    `${shortNumber(tier.factor)}×`,
    `${shortNumber(100 * tier.threshold)} %`,
    spanText(tier.detectionSeconds),
    spanText(tier.exhaustionSeconds),
    `${shortNumber(tier.requestsPerHour)}/h`,
  ]);
  return [head, head.map(() => "---"), ...rows]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}

/** At most three significant digits, or all digits before the point. */
export function shortNumber(value: number): string {
  return Math.abs(value) >= 100
    ? String(Math.round(value))
    : String(Number(value.toPrecision(3)));
}

/** A span in the largest unit of which there is at least one: `51.8 s`, `4.32 min`, `50 h`, `5 d`. From 72 hours on in days. */
export function spanText(seconds: number): string {
  if (seconds >= 3 * 86_400) return `${shortNumber(seconds / 86_400)} d`;
  if (seconds >= 3600) return `${shortNumber(seconds / 3600)} h`;
  if (seconds >= 60) return `${shortNumber(seconds / 60)} min`;
  return `${shortNumber(seconds)} s`;
}
