import type { Duration } from "../model/duration";
import type { Labels } from "../model/labels";
import type { MuteTiming } from "../model/mute-timing";
import type { Receiver } from "../model/receiver";
import type { RootRoute, Route } from "../model/route";
import { labelTest, type LabelTest } from "./matching";
import { childPath, rootPath } from "./route-path";

/** A route with everything that it inherits. */
export interface RoutingNode {
  /** `route > system="shop" > severity="critical"` */
  readonly path: string;
  readonly receiver: Receiver;
  /** Label names, or `["..."]` for all labels. */
  readonly groupBy: readonly string[];
  readonly groupWait: Duration;
  readonly groupInterval: Duration;
  readonly repeatInterval: Duration;
  readonly muteTimings: readonly MuteTiming[];
  readonly activeTimings: readonly MuteTiming[];
  /** Whether the siblings after it see the alert too. */
  readonly continues: boolean;
  readonly matches: LabelTest;
  readonly children: readonly RoutingNode[];
}

/** Routes are never changed, so a tree is resolved once. */
const trees = new WeakMap<RootRoute, RoutingNode>();

/**
 * The tree with inheritance resolved: receiver, grouping and waits come from the parent where a route has none of its
 * own; timings do not. Throws where a route contains itself or a regular expression is bad, naming the route.
 */
export function routingTree(root: RootRoute): RoutingNode {
  const known = trees.get(root);
  if (known !== undefined) return known;
  const tree: RoutingNode = {
    path: rootPath,
    receiver: root.receiver,
    groupBy: root.groupBy,
    groupWait: root.groupWait,
    groupInterval: root.groupInterval,
    repeatInterval: root.repeatInterval,
    muteTimings: [],
    activeTimings: [],
    continues: false,
    matches: () => true,
    children: [],
  };
  const resolved = {
    ...tree,
    children: childrenOf(root.routes, tree, new Set()),
  };
  trees.set(root, resolved);
  return resolved;
}

/**
 * The routes that an alert ends in, as Alertmanager finds them: depth first, in order, no further sibling after a match
 * without `continue`; a route itself when none of its children matches.
 */
export function matchedRoutes(
  root: RootRoute,
  labels: Labels,
): readonly RoutingNode[] {
  const found: RoutingNode[] = [];
  collect(routingTree(root), labels, found);
  return found;
}

function collect(
  node: RoutingNode,
  labels: Labels,
  found: RoutingNode[],
): boolean {
  if (!node.matches(labels)) return false;
  let handedOn = false;
  for (const child of node.children) {
    if (collect(child, labels, found)) {
      handedOn = true;
      if (!child.continues) break;
    }
  }
  if (!handedOn) found.push(node);
  return true;
}

function childrenOf(
  routes: readonly Route[],
  parent: RoutingNode,
  ancestors: ReadonlySet<Route>,
): readonly RoutingNode[] {
  return routes.map((route, index) => {
    const path = childPath(parent.path, routes, index);
    if (ancestors.has(route)) {
      throw new Error(`${path} contains itself; a route tree must end`);
    }
    const node: RoutingNode = {
      path,
      receiver: route.receiver ?? parent.receiver,
      groupBy: route.groupBy ?? parent.groupBy,
      groupWait: route.groupWait ?? parent.groupWait,
      groupInterval: route.groupInterval ?? parent.groupInterval,
      repeatInterval: route.repeatInterval ?? parent.repeatInterval,
      muteTimings: route.muteTimings ?? [],
      activeTimings: route.activeTimings ?? [],
      continues: route.continue ?? false,
      matches: testOf(route, path),
      children: [],
    };
    return {
      ...node,
      children: childrenOf(
        route.routes ?? [],
        node,
        new Set([...ancestors, route]),
      ),
    };
  });
}

function testOf(route: Route, path: string): LabelTest {
  try {
    return labelTest(route.matchers);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${path}: ${reason}`, { cause: error });
  }
}
