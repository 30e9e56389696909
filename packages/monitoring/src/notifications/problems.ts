import { problemsAt, type Problem } from "../internal/problem";
import type { Notifications } from "../model/deployment";
import type { Environment } from "../model/environment";
import { inhibitionProblems } from "./inhibition-problems";
import {
  definedIn,
  messageTemplateProblems,
} from "./message-template-problems";
import { muteTimingProblems } from "./mute-timing-problems";
import { allReceiverProblems } from "./receiver-problems";
import { routeProblems } from "./route-problems";
import { unreachableRoutes } from "./route-reachability";
import { routesIn } from "./routes-in";

/**
 * Everything that Alertmanager and Grafana refuse in an environment's notifications, in the words in which constructs
 * refuse it, and what they do not notice: routes that nothing reaches, receivers and mute timings that nobody uses.
 * Never throws, whatever the tree.
 */
export function notificationProblems(
  notifications: Notifications,
  { grafana }: { readonly grafana: Pick<Environment["grafana"], "version"> },
): readonly Problem[] {
  const { route, receivers, muteTimings, inhibitions, templates } =
    notifications;
  return [
    ...routeProblems(route, {
      receivers: receivers.map(({ name }) => name),
      muteTimings: muteTimings.map(({ name }) => name),
      grafanaVersion: grafana.version,
    }),
    ...unreachableRoutes(route),
    ...allReceiverProblems(receivers, templates.flatMap(definedIn)),
    ...muteTimingProblems(muteTimings),
    ...unused(notifications),
    ...inhibitionProblems(inhibitions),
    ...messageTemplateProblems(templates),
  ];
}

function unused({
  route,
  receivers,
  muteTimings,
}: Notifications): readonly Problem[] {
  const routes = routesIn(route);
  const usedReceivers = new Set([
    route.receiver.name,
    ...routes.flatMap(({ receiver }) => receiver?.name ?? []),
  ]);
  const usedTimings = new Set(
    routes
      .flatMap((one) => [
        ...(one.muteTimings ?? []),
        ...(one.activeTimings ?? []),
      ])
      .map(({ name }) => name),
  );
  return [
    ...receivers.flatMap(({ name }) =>
      problemsAt(`receiver "${name}"`, [
        [
          "unused-receiver",
          !usedReceivers.has(name),
          "no route uses it; use it or remove it",
        ],
      ]),
    ),
    ...muteTimings
      .filter(({ name }) => !usedTimings.has(name))
      .map(({ name }): Problem => ({
        rule: "unused-timing",
        severity: "warning",
        path: `mute timing "${name}"`,
        message: "no route uses it; use it or remove it",
      })),
  ];
}
