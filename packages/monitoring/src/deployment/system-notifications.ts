import { systemLabel } from "../model/labels";
import { is } from "../model/matcher";
import type { MonitoredSystem } from "../model/monitored-system";
import type { InhibitionRule, Route } from "../model/route";
import { matchersText } from "../notifications/route-path";
import type { NotificationNames } from "./notification-names";

/** The part of the tree that belongs to `system`, below a matcher on its id; `undefined` when the root decides for it. */
export function systemRoute(
  { id, notifications }: MonitoredSystem,
  names: NotificationNames,
  problems: string[],
): Route | undefined {
  if (notifications === undefined) return undefined;
  const { receivers, route, muteTimings = [] } = notifications;
  if (route.matchers.length > 0) {
    problems.push(
      `system "${id}": its route must have no matchers of its own, got ${matchersText(route.matchers)}; ${systemLabel}="${id}" is added, put others on a child`,
    );
  }
  const scoped: Route = { ...route, matchers: [is(systemLabel, id)] };
  return names.inSystem(id, { receivers, muteTimings }).routes([scoped])[0];
}

/** The inhibitions of `system`: source and target are its own alerts, unless it observes all. */
export function systemInhibitions({
  id,
  observes = "own",
  notifications,
}: MonitoredSystem): readonly InhibitionRule[] {
  const own = observes === "own" ? [is(systemLabel, id)] : [];
  return (notifications?.inhibitions ?? []).map((rule) => ({
    ...rule,
    name: `${id}-${rule.name}`,
    source: [...own, ...rule.source],
    target: [...own, ...rule.target],
  }));
}
