import type { AlertRule } from "../model/alert-rule";
import { durationOf, secondsIn, type Duration } from "../model/duration";
import type { BurnTier, Slo } from "../model/slo";
import { absentAlertName, labelsOf } from "./names";
import { windowsOf } from "./recordings";
import { overWindow, sliQueries } from "./sli-query";
import { thresholdOf, tiersOf } from "./windows";

/** Intervals that decide how soon anything can be noticed. */
export interface Cadence {
  readonly scrapeInterval: Duration;
  /** Of the group that the alert is in. */
  readonly interval: Duration;
}

/**
 * How long all events must fail until `tier` fires, in seconds: factor × budget × long, which is when the ratio of the
 * long window crosses the threshold, and the tier's `for`.
 */
export function secondsToFire(slo: Slo, tier: BurnTier): number {
  return (
    thresholdOf(tier, slo) * secondsIn(tier.long) + secondsIn(tier.for ?? "0s")
  );
}

/** The tier that pages first: the fastest of the critical ones, or of all where none is. */
export function mostCriticalTier(slo: Slo): BurnTier | undefined {
  const tiers = tiersOf(slo);
  return tiers.find(({ severity }) => severity === "critical") ?? tiers[0];
}

/**
 * How long the SLI must be missing before somebody is told: as long as the most critical tier would need in a total
 * outage (the rule that Pyrra uses), so that blindness is noticed as soon as an outage, but two scrapes at least.
 * Rounded up to the evaluation interval, because nothing happens in between.
 */
export function absentFor(slo: Slo, cadence: Cadence): Duration {
  const tier = mostCriticalTier(slo);
  const wanted = Math.max(
    tier === undefined ? 0 : secondsToFire(slo, tier),
    2 * secondsIn(cadence.scrapeInterval),
  );
  const step = secondsIn(cadence.interval);
  return durationOf(Math.ceil(wanted / step) * step);
}

/**
 * The alert for an SLI that is not measured at all. It looks at the events, not at the ratio, because a service without
 * traffic has no ratio and nothing wrong.
 */
export function absentAlert(slo: Slo, cadence: Cadence): readonly AlertRule[] {
  const [window] = windowsOf(slo);
  const tier = mostCriticalTier(slo);
  if (window === undefined || tier === undefined) return [];
  return [
    {
      alert: absentAlertName(slo),
      expr: `absent(${overWindow(sliQueries(slo.sli).total, window)})`,
      for: absentFor(slo, cadence),
      severity: tier.severity,
      team: slo.team,
      labels: labelsOf(slo),
      summary: `${slo.title}: no metrics`,
      description: `The metrics behind this objective of ${slo.service} have been missing for as long as a total outage would need to page; while they are, no burn alert can fire.`,
      noData: "OK",
      onError: "Error",
      lookback: window,
    },
  ];
}
