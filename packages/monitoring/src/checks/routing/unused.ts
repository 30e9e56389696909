import type { Suppression } from "../../model/suppression";
import type { InhibitionRule, Route } from "../../model/route";
import type { Matcher } from "../../model/matcher";
import { matchesValue } from "../../notifications/matching";
import { childPath, rootPath } from "../../notifications/route-path";
import {
  routingTree,
  type RoutingNode,
} from "../../notifications/routing-tree";
import type { Check } from "../check";
import { followedAlerts } from "./followed-alerts";
import type { AlertLabels } from "./label-sets";
import { valuesOf } from "./label-values";

/** A route that none of the environment's alerts takes, whatever its labels. */
export const unusedRoute: Check = {
  id: "routing/unused-route",
  severity: "warning",
  title: "A route that no alert takes",
  run: (deployment) => {
    const { route } = deployment.notifications;
    const taken = new Set(
      followedAlerts(deployment).flatMap(({ sets }) =>
        sets.flatMap(({ routes }) => routes.map(({ path }) => path)),
      ),
    );
    const suppressions = suppressionsByPath(route.routes, rootPath);
    return below(routingTree(route)).flatMap((node) =>
      [...taken].some(
        (path) => path === node.path || path.startsWith(`${node.path} > `),
      )
        ? []
        : [
            {
              path: node.path,
              message: `none of the environment's alerts takes it, so receiver "${node.receiver.name}" is never notified through it`,
              fix: "correct its matchers, or remove the route",
              suppress: suppressions.get(node.path) ?? [],
            },
          ],
    );
  },
};

/** The topmost routes that nothing takes are enough: what is below them is not taken either. */
function below({ children }: RoutingNode): readonly RoutingNode[] {
  return children.flatMap((child) => [child, ...below(child)]);
}

/** Whether an alert with these labels can satisfy all matchers: those of one label by one value. */
function canMatch(
  { fixed, domain }: AlertLabels,
  matchers: readonly Matcher[],
): boolean {
  const isFixed = ({ label }: Matcher): boolean => fixed[label] !== undefined;
  if (
    !matchers
      .filter(isFixed)
      .every((matcher) => matchesValue(matcher, fixed[matcher.label] ?? ""))
  )
    return false;
  const open = matchers.filter((matcher) => !isFixed(matcher));
  return [...valuesOf(open)].every(([label, distinguished]) => {
    const own = open.filter((matcher) => matcher.label === label);
    const { values, mayBeAbsent } = domain(label, distinguished);
    return [...values, ...(mayBeAbsent ? [""] : [])].some((value) =>
      own.every((matcher) => matchesValue(matcher, value)),
    );
  });
}

/** The suppressions beside each route. */
export function suppressionsByPath(
  routes: readonly Route[],
  parent: string,
): ReadonlyMap<string, readonly Suppression[]> {
  return new Map(
    routes.flatMap((route, index) => {
      const path = childPath(parent, routes, index);
      return [
        [path, route.suppress ?? []] as const,
        ...suppressionsByPath(route.routes ?? [], path),
      ];
    }),
  );
}

/** An inhibition whose source or target no alert of the environment is. */
export const unusedInhibition: Check = {
  id: "routing/unused-inhibition",
  severity: "warning",
  title: "An inhibition that no alert can cause or feel",
  run: (deployment) => {
    const alerts = followedAlerts(deployment);
    const occurs = (matchers: InhibitionRule["source"]): boolean =>
      alerts.some(({ labels }) => canMatch(labels, matchers));
    return deployment.notifications.inhibitions.flatMap(
      ({ name, source, target }) => {
        const missing = [
          ...(occurs(source) ? [] : ["source"]),
          ...(occurs(target) ? [] : ["target"]),
        ];
        return missing.length === 0
          ? []
          : [
              {
                path: `inhibition ${name}`,
                message: `no alert of the environment is its ${missing.join(" or its ")}`,
                fix: "correct its matchers, or remove the inhibition",
              },
            ];
      },
    );
  },
};
