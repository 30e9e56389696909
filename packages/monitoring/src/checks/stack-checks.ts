import type { Deployment } from "../model/deployment";
import { allChecks } from "./all";
import { counts, type Finding } from "./finding";
import { runChecks } from "./run-checks";

/**
 * The checks that every synth runs: that queries are read by what they are sent to, rules hold no variables of
 * dashboards, SLOs count what is there, alerts reach somebody, links lead somewhere, notifications are taken by Alertmanager and Grafana, and
 * dashboards and messages refer to what is there. What queries mean takes longer than a synth may, and is left to
 * `npx monitoring check`.
 */
const stackChecks: readonly string[] = [
  "promql/syntax",
  "promql/rule-variable",
  "logql/syntax",
  "logql/rule-variable",
  "traceql/syntax",
  "dashboards/query-language",
  "dashboards/ref-id",
  "dashboards/transformation-ref-id",
  "dashboards/undefined-variable",
  "references/alert-panel",
  "references/dashboard-link",
  "references/data-source",
  "references/duplicate-uid",
  "references/home-dashboard",
  "routing/only-root",
  "routing/page-without-pager",
  "routing/page-twice",
  "routing/page-muted",
  "routing/unreachable-route",
  "routing/undefined-template",
  "routing/inhibition",
  "routing/refused",
  "rules/refused",
  "templates/syntax",
  "slo/query",
  "suppressions/invalid",
];

/** The errors of one environment that stop its synth, each with its place. Without a clock no suppression has expired. */
export function stackErrors(deployment: Deployment): readonly string[] {
  return runChecks(
    [deployment],
    allChecks.filter(({ id }) => stackChecks.includes(id)),
  )
    .filter(counts)
    .map(errorText);
}

function errorText({ id, path, message, fix, position }: Finding): string {
  const text = `${message}; ${fix} (${id})`;
  return position === undefined
    ? `${path}: ${text}`
    : `${path}, line ${position.line}, column ${position.column}: ${text}\n${position.snippet}`;
}
