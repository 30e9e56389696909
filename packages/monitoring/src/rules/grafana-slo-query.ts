import { systemLabel } from "../model/labels";
import type { Slo } from "../model/slo";
import { scopeToSystem } from "../queries/promql/scope";
import { rounded } from "../slo/decimal";
import { sliQueries, windowVariable } from "../slo/sli-query";

/** The range that Grafana's SLOs fill in for each of their windows. */
const grafanaWindow = "$__rate_interval";

/** The share of good events as Grafana's SLOs want it; queries are scoped to `systemId` unless it sees all systems. */
export function successRatio(
  { sli }: Slo,
  systemId: string,
  observes: "own" | "all",
): string {
  const errorRatio = sliQueries(sli).errorRatio.replaceAll(
    windowVariable,
    grafanaWindow,
  );
  const query = `1 - (${errorRatio})`;
  return observes === "all"
    ? query
    : scopeToSystem(query, { label: systemLabel, value: systemId });
}

/** The objective as a fraction: 0.999 for 99.9 percent. */
export function objectiveFraction({ objective }: Slo): number {
  return rounded(objective / 100);
}
