import {
  followedAlerts,
  type FollowedAlert,
} from "../checks/routing/followed-alerts";
import { valuesOf } from "../checks/routing/label-values";
import type { Deployment } from "../model/deployment";
import type { Matcher } from "../model/matcher";
import type { Severity } from "../model/severity";
import { matchesValue } from "../notifications/matching";

/** Which of an alert's series a silence keeps quiet: all, or those with certain labels. */
export type CoveredPart = "all" | "some";

/** An alert of the model that a silence covers. */
export interface CoveredAlert {
  readonly system: string;
  readonly alert: string;
  readonly severity: Severity;
  readonly part: CoveredPart;
  /** Who would have been told, by name and without repetition, in the order of the tree. */
  readonly receivers: readonly string[];
  /** Whether it always fires, so that its silence says that the monitoring is broken. */
  readonly heartbeat: boolean;
}

/** What a silence with certain matchers keeps quiet in an environment. */
export interface Coverage {
  readonly alerts: readonly CoveredAlert[];
  /** Alerts of the environment, and those of them that page. */
  readonly total: { readonly alerts: number; readonly pages: number };
}

/** The query of an alert that always fires, whose absence is what tells. */
export function isHeartbeat(expr: string): boolean {
  return /^\s*vector\s*\(\s*1\s*\)\s*$/.test(expr);
}

/**
 * The alerts of `deployment` that a silence with all of `matchers` covers: labels that rules fix decide; of labels that come
 * from series, the values that targets give and those that the matchers tell apart.
 */
export function coverageOf(
  deployment: Deployment,
  matchers: readonly Matcher[],
): Coverage {
  const followed = followedAlerts(deployment).filter(
    ({ alert }) => alert.paused !== true,
  );
  const alerts = followed.flatMap((one): readonly CoveredAlert[] => {
    const part = coveredPart(one, matchers);
    if (part === undefined) return [];
    const receivers = one.sets.flatMap(({ routes }) =>
      routes.map(({ receiver }) => receiver.name),
    );
    return [
      {
        system: one.system.id,
        alert: one.alert.alert,
        severity: one.alert.severity,
        part,
        receivers: [...new Set(receivers)],
        heartbeat: isHeartbeat(one.alert.expr),
      },
    ];
  });
  return {
    alerts,
    total: {
      alerts: followed.length,
      pages: followed.filter(({ alert }) => alert.severity === "critical")
        .length,
    },
  };
}

/** What several silences of one environment cover together; an alert is covered whole when one of them does it. */
export function unionOf(coverages: readonly Coverage[]): Coverage {
  const alerts = new Map<string, CoveredAlert>();
  for (const one of coverages.flatMap((coverage) => coverage.alerts)) {
    const key = `${one.system}/${one.alert}`;
    if (alerts.get(key)?.part !== "all") alerts.set(key, one);
  }
  return {
    alerts: [...alerts.values()],
    total: coverages[0]?.total ?? { alerts: 0, pages: 0 },
  };
}

/** `undefined` when no series of the alert can match. */
function coveredPart(
  { labels }: FollowedAlert,
  matchers: readonly Matcher[],
): CoveredPart | undefined {
  let part: CoveredPart = "all";
  for (const [label, distinguished] of valuesOf(matchers)) {
    const own = matchers.filter((matcher) => matcher.label === label);
    const met = (value: string): boolean =>
      own.every((matcher) => matchesValue(matcher, value));
    const value = labels.fixed[label];
    if (value !== undefined) {
      if (!met(value)) return undefined;
      continue;
    }
    const { values, mayBeAbsent } = labels.domain(label, distinguished);
    const candidates = mayBeAbsent ? [...values, ""] : values;
    const outcomes = candidates.map(met);
    if (!outcomes.includes(true)) return undefined;
    if (outcomes.includes(false)) part = "some";
  }
  return part;
}
