import type { Slo } from "../model/slo";
import { scopeToSystem, type ScopeMatcher } from "../queries/promql/scope";
import { rounded } from "../slo/decimal";
import { sliQueries, windowVariable } from "../slo/sli-query";

/** The range that Grafana's SLOs fill in for each of their windows. */
const grafanaWindow = "$__rate_interval";

/** The share of good events as Grafana's SLOs want it; queries match `scope`, or see all series without one. */
export function successRatio({ sli }: Slo, scope?: ScopeMatcher): string {
  const errorRatio = sliQueries(sli).errorRatio.replaceAll(
    windowVariable,
    grafanaWindow,
  );
  const query = `1 - (${errorRatio})`;
  return scope === undefined ? query : scopeToSystem(query, scope);
}

/** The objective as a fraction: 0.999 for 99.9 percent. */
export function objectiveFraction({ objective }: Slo): number {
  return rounded(objective / 100);
}
