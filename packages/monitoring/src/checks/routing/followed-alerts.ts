import type {
  DeployedAlert,
  DeployedSystem,
  Deployment,
} from "../../model/deployment";
import type { Labels } from "../../model/labels";
import { matcherText, matchersFor } from "../../model/matcher";
import { pagingKinds } from "../../notifications/integrations/integration";
import type { Receiver } from "../../model/receiver";
import {
  matchedRoutes,
  type RoutingNode,
} from "../../notifications/routing-tree";
import { promqlQueries } from "../promql/promql-queries";
import { placeOfRule, type ModelQuery } from "../queries";
import { memoize } from "../../internal/memoize";
import { alertLabels, labelSetsOf, type AlertLabels } from "./label-sets";

/** One alert with one set of labels, and the routes in which it ends. */
export interface FollowedSet {
  readonly labels: Labels;
  readonly routes: readonly RoutingNode[];
}

/** An alert, pushed through the tree with every set of labels that it can have. */
export interface FollowedAlert extends Pick<ModelQuery, "path" | "suppress"> {
  readonly alert: DeployedAlert;
  readonly system: DeployedSystem;
  readonly labels: AlertLabels;
  readonly sets: readonly FollowedSet[];
}

/** Every alert of an environment, followed through its tree. A paused alert is followed too: it may be resumed. */
export const followedAlerts = memoize(
  (deployment: Deployment): readonly FollowedAlert[] => {
    const queries = new Map(
      promqlQueries(deployment).flatMap((query) =>
        query.owner.kind === "alert" ? [[query.owner.alert, query]] : [],
      ),
    );
    return deployment.systems.flatMap((system) =>
      system.alertGroups.flatMap(({ alerts }) =>
        alerts.map((alert) => {
          const labels = alertLabels(
            alert,
            queries.get(alert),
            system,
            deployment,
          );
          return {
            alert,
            system,
            ...placeOfRule(system, alert, `alert ${alert.alert}`),
            labels,
            sets: labelSetsOf(alert, labels, deployment).map((set) => ({
              labels: set,
              routes: matchedRoutes(deployment.notifications.route, set),
            })),
          };
        }),
      ),
    );
  },
);

/** Whether the alert wakes somebody up. */
export function isPage({ severity }: DeployedAlert): boolean {
  return severity === "critical";
}

/** Whether a receiver wakes somebody up. */
export function pages({ integrations }: Receiver): boolean {
  return integrations.some(({ kind }) => pagingKinds.includes(kind));
}

/** Whether the environment can wake anybody up. */
export function hasPager({ environment }: Deployment): boolean {
  return environment.alerting.integrations.some((kind) =>
    pagingKinds.includes(kind),
  );
}

/** A label set for people: `{alertname="X", severity="critical"}`. */
export function labelsText(labels: Labels): string {
  return `{${matchersFor(labels).map(matcherText).sort().join(", ")}}`;
}
