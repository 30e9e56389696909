import type { RootRoute, Route } from "../model/route";

/** Every route below the root, each once, parents first. Ends for trees that contain themselves, too. */
export function routesIn(root: RootRoute): readonly Route[] {
  const found = new Set<Route>();
  const visit = (routes: readonly Route[]): void => {
    for (const route of routes) {
      if (found.has(route)) continue;
      found.add(route);
      visit(route.routes ?? []);
    }
  };
  visit(root.routes);
  return [...found];
}
