import type { Duration } from "./duration";
import type { Labels } from "./labels";
import type { Suppression } from "./suppression";

/**
 * How good events are told from bad ones. Queries hold `$window` where the range belongs:
 * `sum(rate(http_requests_total{status=~"5.."}[$window]))`.
 */
export type Sli =
  /** Counted events: give the bad ones or the good ones, and all of them. */
  | { readonly kind: "events"; readonly total: string; readonly errors: string }
  | { readonly kind: "events"; readonly total: string; readonly good: string }
  /** Requests faster than a bucket of a histogram: `le` is that bucket's bound, in the histogram's unit. */
  | {
      readonly kind: "latency";
      readonly histogram: string;
      readonly le: number;
      /** Label matchers without braces, for example `job="api"`. @default "" */
      readonly selector?: string;
    }
  /** A query that is the error ratio itself. */
  | { readonly kind: "raw"; readonly errorRatio: string };

/** One pair of windows that watches how fast the error budget burns. */
export interface BurnTier {
  /** Stable name, the value of the label `burn_tier`: `page-quick`, `page-slow`, `ticket-quick`, `ticket-slow`. */
  readonly tier: string;
  readonly severity: "critical" | "warning";
  /** Share of the budget in percent that is gone when the alert fires at a constant rate over `long`. */
  readonly budgetPercent: number;
  readonly long: Duration;
  readonly short: Duration;
  /** @default "0s" */
  readonly for?: Duration;
  /** CamelCase name of the alert. @default - `<Slo><Tier>`, for example `ApiAvailabilityPageQuick` */
  readonly alert?: string;
}

/** A service level objective: a promise on a ratio of good events over a period. */
export interface Slo {
  /** kebab-case, unique in the system; the value of the label `slo`. */
  readonly id: string;
  readonly title: string;
  /** One sentence: what users can rely on. */
  readonly description: string;
  readonly service: string;
  readonly team: string;
  /** In percent, above 0 and below 100. */
  readonly objective: number;
  /** `7d`, `28d` and `30d` have built-in tiers. Measured over the environment's `sloPeriod` where that is shorter. */
  readonly period: Duration;
  readonly sli: Sli;
  /** @default - the built-in tiers of the period */
  readonly tiers?: readonly BurnTier[];
  /** Events that the long window must hold before a tier may fire. @default 0 */
  readonly minimumRequests?: number;
  /** Checks that do not apply here. @default [] */
  readonly suppress?: readonly Suppression[];
  /** Further labels on recordings and alerts. @default {} */
  readonly labels?: Labels;
}
