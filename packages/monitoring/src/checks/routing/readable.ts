import { memoize } from "../../internal/memoize";
import type { Deployment } from "../../model/deployment";
import type { Check } from "../check";
import { routingProblems } from "./definition";

/** Problems with which nobody can say which way an alert takes, or when a route is silent. */
const unreadable = [
  "cyclic-route",
  "location",
  "operator",
  "regexp",
  "time-interval",
];

const isReadable = memoize((deployment: Deployment): boolean =>
  routingProblems(deployment).every(({ rule }) => !unreadable.includes(rule)),
);

/** A check that follows alerts through the tree, run where that can be done: elsewhere, errors say what must be put right first. */
export function whereReadable(check: Check): Check {
  return check.scope === "environments" || check.scope === "suppressions"
    ? check
    : {
        ...check,
        run: (deployment, context) =>
          isReadable(deployment) ? check.run(deployment, context) : [],
      };
}
