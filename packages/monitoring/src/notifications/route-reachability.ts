import { problemsAt, type Problem } from "../internal/problem";
import { matcherText, type Matcher } from "../model/matcher";
import type { RootRoute, Route } from "../model/route";
import { contradictionIn, impliesAll } from "./implication";
import { childPath, rootPath } from "./route-path";

/** A route, and what its ancestors demand. */
interface Node {
  readonly path: string;
  readonly ancestors: readonly Route[];
  readonly matchers: readonly Matcher[];
}

/** The routes that no alert can reach, whatever its labels. Servers take them; nobody is notified through them. */
export function unreachableRoutes({ routes }: RootRoute): readonly Problem[] {
  return unreachableBelow(routes, {
    path: rootPath,
    ancestors: [],
    matchers: [],
  });
}

function unreachableBelow(
  routes: readonly Route[],
  parent: Node,
): readonly Problem[] {
  return routes.flatMap((route, index) => {
    if (parent.ancestors.includes(route)) return [];
    const here: Node = {
      path: childPath(parent.path, routes, index),
      ancestors: [...parent.ancestors, route],
      matchers: [...parent.matchers, ...route.matchers],
    };
    return [
      ...obstacleOf(routes, index, here, parent),
      ...unreachableBelow(route.routes ?? [], here),
    ];
  });
}

function obstacleOf(
  siblings: readonly Route[],
  index: number,
  here: Node,
  parent: Node,
): readonly Problem[] {
  const contradiction = contradictionIn(here.matchers);
  if (
    contradiction !== undefined &&
    contradictionIn(parent.matchers) === undefined
  )
    return problemsAt(here.path, [
      [
        "unreachable-route",
        true,
        `no alert can match both ${contradiction.map(matcherText).join(" and ")}; remove the route or one of them`,
      ],
    ]);
  const shadow = siblings.findIndex(
    (sibling, at) =>
      at < index &&
      sibling.continue !== true &&
      impliesAll(here.matchers, sibling.matchers),
  );
  return problemsAt(here.path, [
    [
      "shadowed-route",
      shadow >= 0,
      `never reached: ${childPath(parent.path, siblings, shadow)} before it takes every alert that it matches; move it up, or set continue there`,
    ],
  ]);
}
