import type { Notifications } from "../model/deployment";
import type { Environment } from "../model/environment";
import type { MessageTemplate } from "../model/message-template";
import type { MonitoredSystem } from "../model/monitored-system";
import type { RootNotifications } from "../model/notifications";
import type { InhibitionRule, Route } from "../model/route";
import { NotificationNames } from "./notification-names";
import { systemRoute, systemInhibitions } from "./system-notifications";

/**
 * The routing of a whole environment: the systems' trees, in the order of their ids, below the root's own children.
 *
 * - Receivers and mute timings of a system get its id as prefix; those that it shares with the root keep their names.
 * - Integrations of kinds that are not switched on fall away. A receiver left without any is replaced by the root's
 *   wherever it is used.
 * - Inhibitions of a system hold within it, unless it observes all.
 *
 * `extraInhibitions` are taken as they are. Throws, all problems in one message, when the root's receiver is left without
 * an integration, a route uses a receiver or mute timing that neither its system nor the root has, a system's route has
 * matchers of its own, two systems have one id, or a tree contains itself.
 */
export function notificationsOf(
  environment: Environment,
  root: RootNotifications,
  systems: readonly MonitoredSystem[],
  extraInhibitions: readonly InhibitionRule[] = [],
): Notifications {
  const problems: string[] = [];
  const names = new NotificationNames(environment, root, problems);
  const ordered = [...systems].sort((a, b) => (a.id < b.id ? -1 : 1));
  ordered.forEach((system, index) => {
    if (ordered[index + 1]?.id === system.id) {
      problems.push(
        `two systems have the id "${system.id}"; their alerts could not be told apart`,
      );
    }
  });
  const rootRoutes = names.inRoot().routes(root.route.routes);
  const systemRoutes = ordered.flatMap((system): readonly Route[] => {
    const route = systemRoute(system, names, problems);
    return route === undefined ? [] : [route];
  });
  if (problems.length > 0) {
    throw new Error(
      `notifications of environment "${environment.name}":\n${problems.map((problem) => `- ${problem}`).join("\n")}`,
    );
  }
  return {
    receivers: names.receivers(),
    route: {
      ...root.route,
      receiver: names.rootReceiver,
      routes: [...rootRoutes, ...systemRoutes],
    },
    inhibitions: [
      ...(root.inhibitions ?? []),
      ...ordered.flatMap(systemInhibitions),
      ...extraInhibitions,
    ],
    muteTimings: names.muteTimings(),
    templates: distinct([
      ...(root.templates ?? []),
      ...ordered.flatMap((system) => system.notifications?.templates ?? []),
    ]),
  };
}

/** A template that several systems share is deployed once; two that only share a name stay two, for the checks to find. */
function distinct(
  templates: readonly MessageTemplate[],
): readonly MessageTemplate[] {
  return [...new Set(templates)];
}
