import type { Deployment } from "../model/deployment";
import { allChecks } from "./all";
import { counts } from "./finding";
import { runChecks } from "./run-checks";

/**
 * The checks that every synth runs: that alerts reach somebody, links lead somewhere, and dashboards and messages refer to
 * what is there. What queries mean takes longer than a synth may, and is left to `npm run check`; that PromQL parses is
 * proven when it is scoped.
 */
const stackChecks: readonly string[] = [
  "logql/syntax",
  "traceql/syntax",
  "dashboards/ref-id",
  "dashboards/transformation-ref-id",
  "dashboards/undefined-variable",
  "references/alert-panel",
  "references/dashboard-link",
  "references/data-source",
  "references/duplicate-uid",
  "routing/only-root",
  "routing/page-without-pager",
  "routing/page-twice",
  "routing/page-muted",
  "suppressions/invalid",
];

/** The errors of one environment that stop its synth, a line each. Without a clock no suppression has expired. */
export function stackErrors(deployment: Deployment): readonly string[] {
  return runChecks(
    [deployment],
    allChecks.filter(({ id }) => stackChecks.includes(id)),
  )
    .filter(counts)
    .map(({ id, path, message, fix }) => `${path}: ${message}; ${fix} (${id})`);
}
