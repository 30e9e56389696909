import type { Duration } from "../model/duration";
import type { Labels } from "../model/labels";
import type { BurnTier, Slo } from "../model/slo";
import { scopeMatcherText } from "../queries/promql/scope";
import type { ScopedSlo } from "./scoped-slo";
import { windowName } from "./windows";

/** The label that tells the SLOs of a system apart; records of all SLOs share their names. */
export const sloLabel = "slo";
/** The label that tells the tiers of an SLO apart, the same in every environment. */
export const tierLabel = "burn_tier";
/** Labels that expansion sets; an SLO's own labels must not. */
export const reservedLabels: readonly string[] = [
  sloLabel,
  tierLabel,
  "service",
  "system",
  "severity",
  "team",
  "alertname",
];

/** Names of the recorded series, after those that Sloth made known. */
export const records = {
  /** Share of bad events over the SLO's period, whatever its length. */
  periodErrorRatio: "slo:sli_error:ratio_period",
  objective: "slo:objective:ratio",
  errorBudget: "slo:error_budget:ratio",
  periodDays: "slo:time_period:days",
  /** Burn rate over the shortest window: 1 spends the budget exactly within the period. */
  currentBurnRate: "slo:current_burn_rate:ratio",
  periodBurnRate: "slo:period_burn_rate:ratio",
  /** May be negative. */
  budgetRemaining: "slo:period_error_budget_remaining:ratio",
  /** Burn rate above which a tier fires; one series per tier. */
  tierBurnRate: "slo:burn_rate_threshold:ratio",
} as const;

/** The record of the share of bad events over `window`: `slo:sli_error:ratio_rate1h`. */
export function errorRatioRecord(window: Duration): string {
  return `slo:sli_error:ratio_rate${windowName(window)}`;
}

/** The record of the number of events in `window`, kept where an SLO wants a minimum of them. */
export function eventCountRecord(window: Duration): string {
  return `slo:sli_events:count${windowName(window)}`;
}

/** Names of the rule groups of an SLO, in the order in which one reads what another records. */
export function groupNames({ id }: Pick<Slo, "id">): {
  readonly windows: string;
  readonly period: string;
  readonly alerts: string;
} {
  return {
    windows: `slo-${id}-windows`,
    period: `slo-${id}-period`,
    alerts: `slo-${id}-alerts`,
  };
}

/** The selector of `record` for one SLO. */
export function seriesOf(
  record: string,
  { id, scope }: Pick<ScopedSlo, "id" | "scope">,
): string {
  const system = scope === undefined ? "" : `${scopeMatcherText(scope)},`;
  return `${record}{${system}${sloLabel}="${id}"}`;
}

/** Labels on everything that is recorded of an SLO, so that its series join without listing labels. */
export function labelsOf(slo: Slo): Labels {
  return { ...slo.labels, [sloLabel]: slo.id, service: slo.service };
}

/** The alert of a tier: its own name, else `ApiAvailabilityPageQuick`. */
export function tierAlertName(slo: Pick<Slo, "id">, tier: BurnTier): string {
  return tier.alert ?? pascalCase(slo.id) + pascalCase(tier.tier);
}

/** The alert that says that an SLO is not measured: `ApiAvailabilityMetricAbsent`. */
export function absentAlertName(slo: Pick<Slo, "id">): string {
  return `${pascalCase(slo.id)}MetricAbsent`;
}

/** `api-availability` becomes `ApiAvailability`. */
export function pascalCase(kebab: string): string {
  return kebab
    .split("-")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}
