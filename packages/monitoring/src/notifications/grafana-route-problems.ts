import { isDuration, secondsIn, type Duration } from "../model/duration";
import type { RootRoute, Route } from "../model/route";
import { childPath, rootPath } from "./route-path";
import { problemsInMatchers } from "./grafana-matcher-problems";
import { got, repeatedIn } from "../rules/rule-table";

/** What the routes of a tree may refer to, and what the server understands. */
export interface RouteContext {
  readonly receivers: readonly string[];
  readonly muteTimings: readonly string[];
  /** Major version of Grafana. */
  readonly grafanaVersion: number;
}

/** Levels of child policies that Grafana's provider can write below the root. */
export const routeLevels = 5;

/** What Grafana refuses of a routing tree, with the path of the route: `route > system="shop": …`. */
export function problemsInRouteTree(
  root: RootRoute,
  context: RouteContext,
): readonly string[] {
  return [
    ...[
      ...receiverProblems(root.receiver.name, context),
      ...groupByProblems(root.groupBy),
      ...intervalProblems(root),
    ].map((problem) => `${rootPath}: ${problem}`),
    ...problemsBelow(root.routes, rootPath, 1, context),
  ];
}

function problemsBelow(
  routes: readonly Route[],
  parent: string,
  level: number,
  context: RouteContext,
): readonly string[] {
  return routes.flatMap((route, index) => {
    const path = childPath(parent, routes, index);
    if (level > routeLevels)
      return [
        `${path}: a route must be at most ${routeLevels} levels below the root, got level ${level}: merge its matchers into its parent's`,
      ];
    return [
      ...problemsInRoute(route, context).map(
        (problem) => `${path}: ${problem}`,
      ),
      ...problemsBelow(route.routes ?? [], path, level + 1, context),
    ];
  });
}

function problemsInRoute(
  route: Route,
  context: RouteContext,
): readonly string[] {
  const {
    matchers,
    receiver,
    groupBy,
    muteTimings = [],
    activeTimings = [],
  } = route;
  return [
    ...problemsInMatchers(matchers),
    ...(receiver === undefined ? [] : receiverProblems(receiver.name, context)),
    ...(groupBy === undefined ? [] : groupByProblems(groupBy)),
    ...intervalProblems(route),
    ...[...muteTimings, ...activeTimings]
      .filter(({ name }) => !context.muteTimings.includes(name))
      .map(
        ({ name }) =>
          `mute timing "${name}" must be one of the stack's (${listed(context.muteTimings)})`,
      ),
    ...(activeTimings.length > 0 && context.grafanaVersion < 12
      ? [
          `'activeTimings' must be left out below Grafana 12.1, got them for Grafana ${context.grafanaVersion}: mute the other times instead`,
        ]
      : []),
  ];
}

function receiverProblems(
  name: string,
  { receivers }: RouteContext,
): readonly string[] {
  return receivers.includes(name)
    ? []
    : [
        `receiver "${name}" must be one of the stack's contact points (${listed(receivers)})`,
      ];
}

function groupByProblems(groupBy: readonly string[]): readonly string[] {
  return [
    ...(groupBy.length === 0
      ? [
          `'groupBy' must not be empty, got []: leave it out to inherit, or write "..." to group by all labels`,
        ]
      : []),
    ...(groupBy.includes("...") && groupBy.length > 1
      ? [`"..." must be alone in 'groupBy', ${got(groupBy)}`]
      : []),
    ...(groupBy.includes("")
      ? [`'groupBy' must hold names of labels, ${got(groupBy)}`]
      : []),
    ...repeatedIn(groupBy).map(
      (label) => `'groupBy' must name a label once, got "${label}" twice`,
    ),
  ];
}

function intervalProblems({
  groupWait,
  groupInterval,
  repeatInterval,
}: {
  readonly groupWait?: Duration;
  readonly groupInterval?: Duration;
  readonly repeatInterval?: Duration;
}): readonly string[] {
  return [
    ...durationProblems("groupWait", groupWait, 0),
    ...durationProblems("groupInterval", groupInterval, 1),
    ...durationProblems("repeatInterval", repeatInterval, 1),
  ];
}

function durationProblems(
  prop: string,
  duration: Duration | undefined,
  minimum: 0 | 1,
): readonly string[] {
  if (duration === undefined) return [];
  // Types let "1.5h" through.
  if (!isDuration(duration))
    return [
      `'${prop}' must be a whole number and one of s, m, h, d, w, ${got(duration)}`,
    ];
  return secondsIn(duration) < minimum
    ? [`'${prop}' must be longer than 0, ${got(duration)}`]
    : [];
}

function listed(names: readonly string[]): string {
  return [...names].sort().join(", ") || "none";
}
