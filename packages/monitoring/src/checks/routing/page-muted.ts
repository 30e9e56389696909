import { isWithin } from "../../notifications/time-interval";
import type { RoutingNode } from "../../notifications/routing-tree";
import type { Check } from "../check";
import { memoize } from "../../internal/memoize";
import {
  followedAlerts,
  hasPager,
  isPage,
  labelsText,
  pages,
} from "./followed-alerts";

/** Every half hour of two years: days of the week, of the month and of the year, and both changes of the clocks. */
const halfHours = 2 * 24 * 366 * 2;
const start = Date.UTC(2026, 0, 1);

/** The moments at which a route is silent, as offsets in half hours. Of a year of moments most timings need few. */
const silentAt = memoize((node: RoutingNode): ReadonlySet<number> => {
  const silent = new Set<number>();
  if (!isTimed(node)) return silent;
  for (let index = 0; index < halfHours; index += 1) {
    const moment = new Date(start + index * 30 * 60_000);
    const isActive =
      node.activeTimings.length === 0 ||
      node.activeTimings.some((timing) => isWithin(timing, moment));
    if (
      !isActive ||
      node.muteTimings.some((timing) => isWithin(timing, moment))
    )
      silent.add(index);
  }
  return silent;
});

function isTimed({ muteTimings, activeTimings }: RoutingNode): boolean {
  return muteTimings.length > 0 || activeTimings.length > 0;
}

/** A time at which a page wakes nobody, because each of its routes is silent then. */
export const pageMuted: Check = {
  id: "routing/page-muted",
  severity: "error",
  title: "A mute timing that silences every page of an alert",
  run: (deployment) => {
    const isPaging = hasPager(deployment)
      ? ({ receiver }: RoutingNode): boolean => pages(receiver)
      : (): boolean => true;
    return followedAlerts(deployment).flatMap(
      ({ alert, path, suppress, sets }) => {
        if (!isPage(alert)) return [];
        for (const { labels, routes } of sets) {
          const paging = routes.filter(isPaging);
          if (paging.length === 0 || !paging.every(isTimed)) continue;
          const moment = commonSilence(paging);
          if (moment === undefined) continue;
          const timings = paging.flatMap(({ muteTimings, activeTimings }) => [
            ...muteTimings.map(({ name }) => `"${name}"`),
            ...activeTimings.map(({ name }) => `outside of "${name}"`),
          ]);
          return [
            {
              path,
              message: `${labelsText(labels)} is critical, but nobody is notified at ${moment}: ${[...new Set(timings)].join(", ")} silences ${paging.map((route) => route.path).join(" and ")}`,
              fix: "take the timing from the route that pages, or make the alert a warning",
              suppress,
            },
          ];
        }
        return [];
      },
    );
  },
};

function commonSilence([first, ...others]: readonly RoutingNode[]):
  string | undefined {
  if (first === undefined) return undefined;
  for (const index of silentAt(first))
    if (others.every((node) => silentAt(node).has(index)))
      return new Date(start + index * 30 * 60_000).toISOString();
  return undefined;
}
