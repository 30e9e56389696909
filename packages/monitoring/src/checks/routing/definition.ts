import type { Problem } from "../../internal/problem";
import type { Deployment } from "../../model/deployment";
import type { Suppression } from "../../model/suppression";
import { notificationProblems } from "../../notifications/problems";
import { rootPath } from "../../notifications/route-path";
import type { Check } from "../check";
import { memoize } from "../../internal/memoize";
import { suppressionsByPath } from "./unused";

/** What is wrong with the notifications of an environment. */
export const routingProblems = memoize(
  ({ notifications, environment }: Deployment): readonly Problem[] =>
    notificationProblems(notifications, environment),
);

interface Family extends Pick<Check, "id" | "severity" | "title"> {
  readonly fix: string;
  readonly holds: (rule: string) => boolean;
}

const unreachable = ["unreachable-route", "shadowed-route"];
const unused = ["unused-receiver", "empty-receiver"];
const named = [
  ...unreachable,
  ...unused,
  "unused-timing",
  "undefined-template",
  "template-syntax",
];

/** What is wrong with the tree as it is written, whatever alerts there are. */
const families: readonly Family[] = [
  {
    id: "routing/unreachable-route",
    severity: "error",
    title: "A route that no alert can reach",
    fix: "move it before the route that takes its alerts, set continue there, or remove it",
    holds: (rule) => unreachable.includes(rule),
  },
  {
    id: "routing/unused-receiver",
    severity: "error",
    title: "A receiver that no route uses",
    fix: "use it in a route, or remove it",
    holds: (rule) => unused.includes(rule),
  },
  {
    id: "routing/unused-timing",
    severity: "error",
    title: "A mute timing that no route uses",
    fix: "use it in a route, or remove it",
    holds: (rule) => rule === "unused-timing",
  },
  {
    id: "routing/undefined-template",
    severity: "error",
    title: "A message that uses a template which is not defined",
    fix: "define the template in the system's or the root's templates, or correct its name",
    holds: (rule) => rule === "undefined-template",
  },
  {
    id: "routing/inhibition",
    severity: "error",
    title: "An inhibition that never applies, or silences everything",
    fix: "correct its matchers, or remove the inhibition",
    holds: (rule) => rule.startsWith("inhibition"),
  },
  {
    id: "routing/refused",
    severity: "error",
    title: "Notifications that Alertmanager or Grafana refuses or misreads",
    fix: "change it as the message says",
    holds: (rule) => !named.includes(rule) && !rule.startsWith("inhibition"),
  },
];

/** Whether constructs refuse what the rule finds. */
function isRefused(rule: string): boolean {
  return ![...unreachable, "unused-receiver", "unused-timing"].includes(rule);
}

export const definition: readonly Check[] = families.map(
  ({ id, severity, title, fix, holds }) => ({
    id,
    severity,
    title,
    run: (deployment) =>
      routingProblems(deployment)
        .filter(({ rule }) => holds(rule))
        .map((problem) => ({
          path: problem.path,
          message: problem.message,
          severity: problem.severity,
          fix,
          suppress: suppressionsAt(problem, deployment),
        })),
  }),
);

/** What a server refuses cannot be suppressed: constructs refuse it all the same. */
function suppressionsAt(
  { path, rule, severity }: Problem,
  { notifications }: Deployment,
): readonly Suppression[] {
  if (severity === "error" && isRefused(rule)) return [];
  const receiver = /^receiver "([^"]*)"/.exec(path)?.[1];
  if (receiver !== undefined)
    return (
      notifications.receivers.find(({ name }) => name === receiver)?.suppress ??
      []
    );
  return (
    suppressionsByPath(notifications.route.routes, rootPath).get(path) ?? []
  );
}
