import type { AlertRule } from "../model/alert-rule";
import type { PanelRef } from "../model/dashboard";
import { canonicalDuration, secondsIn } from "../model/duration";
import type { BurnTier, Slo } from "../model/slo";
import { budgetOf, decimal } from "./decimal";
import {
  errorRatioRecord,
  eventCountRecord,
  labelsOf,
  seriesOf,
  tierAlertName,
  tierLabel,
} from "./names";
import type { ScopedSlo } from "./scoped-slo";
import { factorOf, tiersOf, windowName } from "./windows";

/** One alert per tier, the fastest first. */
export function burnAlerts(
  slo: ScopedSlo,
  panel?: PanelRef,
): readonly AlertRule[] {
  return tiersOf(slo).map((tier) => burnAlert(slo, tier, panel));
}

function burnAlert(
  slo: ScopedSlo,
  tier: BurnTier,
  panel?: PanelRef,
): AlertRule {
  const { long, short } = tier;
  const factor = decimal(factorOf(tier, slo.period));
  const exhaustion = exhaustionText(slo, tier);
  return {
    alert: tierAlertName(slo, tier),
    expr: burnExpr(slo, tier),
    ...(tier.for === undefined ? {} : { for: tier.for }),
    severity: tier.severity,
    team: slo.team,
    labels: { ...labelsOf(slo), [tierLabel]: tier.tier },
    summary: `${slo.title}: the error budget burns at ${factor} times the allowed rate or faster`,
    description: `{{ $value | humanizePercentage }} ${badEvents(slo)} over the last ${windowName(long)}, and the last ${windowName(short)} are no better; the objective of ${decimal(slo.objective)}% allows ${decimal(budgetOf(slo.objective) * 100)}%. At ${factor} times that, a whole budget of ${windowName(slo.period)} lasts ${exhaustion}.`,
    annotations: { exhaustion },
    ...(panel === undefined ? {} : { panel }),
    noData: "OK",
    onError: "Error",
    lookback: windowName(long),
  };
}

/**
 * True while both windows are above the threshold: the long one so that only what matters fires, the short one so that
 * it stops soon after the cause (Site Reliability Workbook, chapter 5). Its value is the error ratio of the long window.
 */
export function burnExpr(slo: ScopedSlo, tier: BurnTier): string {
  const threshold = `(${decimal(factorOf(tier, slo.period))} * ${decimal(budgetOf(slo.objective))})`;
  const above = (window: BurnTier["long"]): string =>
    `${seriesOf(errorRatioRecord(window), slo)} > ${threshold}`;
  const guard = slo.minimumRequests
    ? [
        `${seriesOf(eventCountRecord(tier.long), slo)} >= ${decimal(slo.minimumRequests)}`,
      ]
    : [];
  return [above(tier.long), above(tier.short), ...guard].join("\nand\n");
}

/** How long a whole budget lasts at the rate at which the tier fires: period / factor, to the minute. */
function exhaustionText(slo: Slo, tier: BurnTier): string {
  const minutes = Math.round(
    secondsIn(slo.period) / factorOf(tier, slo.period) / 60,
  );
  return canonicalDuration(minutes * 60);
}

function badEvents({ sli }: Slo): string {
  switch (sli.kind) {
    case "events":
      return "of all events failed";
    case "latency":
      return `of all requests took longer than ${decimal(sli.le)}${/_seconds$/.test(sli.histogram) ? "s" : ""}`;
    case "raw":
      return "was the share of failures";
  }
}
