import type { RootRoute, Route } from "../model/route";

/** Levels of child policies that Grafana's provider can write below the root. */
export const routeLevels = 5;

/** How many levels of routes there are below a node. */
export function depthBelow(routes: readonly Route[]): number {
  return Math.max(
    0,
    ...routes.map((route) => 1 + depthBelow(route.routes ?? [])),
  );
}

/**
 * The same tree with fewer levels, where that changes nothing: a route whose only child matches everything is never the
 * end itself, so that both are one route with the parent's matchers and the child's settings. Any other chain is kept,
 * because alerts that match the parent only end there.
 */
export function flattened(root: RootRoute): RootRoute {
  return { ...root, routes: root.routes.map(flattenedRoute) };
}

function flattenedRoute(route: Route): Route {
  const routes = (route.routes ?? []).map(flattenedRoute);
  const [child, ...others] = routes;
  if (child === undefined || others.length > 0 || child.matchers.length > 0)
    return { ...route, routes };
  return {
    matchers: route.matchers,
    continue: route.continue,
    receiver: child.receiver ?? route.receiver,
    groupBy: child.groupBy ?? route.groupBy,
    groupWait: child.groupWait ?? route.groupWait,
    groupInterval: child.groupInterval ?? route.groupInterval,
    repeatInterval: child.repeatInterval ?? route.repeatInterval,
    // Timings are not inherited, and the parent is never the end.
    muteTimings: child.muteTimings,
    activeTimings: child.activeTimings,
    routes: child.routes,
  };
}
