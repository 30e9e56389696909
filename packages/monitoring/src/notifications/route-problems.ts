import { duplicatesIn } from "../internal/duplicates";
import { problemsAt, type Problem, type ProblemRow } from "../internal/problem";
import { isDuration, secondsIn, type Duration } from "../model/duration";
import type { RootRoute, Route } from "../model/route";
import { got } from "../rules/rule-table";
import { isLabelName, matcherProblems } from "./matcher-problems";
import { depthBelow, flattened, routeLevels } from "./route-depth";
import { childPath, rootPath } from "./route-path";

/** What the routes of a tree may refer to, and what the server understands. */
export interface RouteContext {
  /** Names of the receivers that there are. */
  readonly receivers: readonly string[];
  /** Names of the mute timings that there are. */
  readonly muteTimings: readonly string[];
  /** Major version of Grafana. */
  readonly grafanaVersion: number;
}

/** What a server refuses of a routing tree, with the path of the route: `route > system="shop"`. Ends for every tree. */
export function routeProblems(
  root: RootRoute,
  context: RouteContext,
): readonly Problem[] {
  const found = [
    ...problemsAt(rootPath, [
      ...rootRows(root),
      ...receiverRows(root.receiver.name, context),
      ...groupByRows(root.groupBy),
      ...durationRows(root),
    ]),
    ...intervalWarnings(root, rootPath),
    ...problemsBelow(root.routes, { ...root, path: rootPath }, [], context),
  ];
  return found.some(({ rule }) => rule === "cyclic-route")
    ? found
    : [...found, ...depthProblems(root)];
}

/** The root matches every alert at every time; the types say so, and nothing else does. */
function rootRows(root: RootRoute): readonly ProblemRow[] {
  return ["matchers", "continue", "muteTimings", "activeTimings"].map(
    (prop) => [
      "root-route",
      prop in root,
      `'${prop}' must be left out of the root, which takes every alert: put it on a child`,
    ],
  );
}

/** What a route takes over from its parent. */
interface Parent {
  readonly path: string;
  readonly groupInterval: Duration;
  readonly repeatInterval: Duration;
}

function problemsBelow(
  routes: readonly Route[],
  parent: Parent,
  ancestors: readonly Route[],
  context: RouteContext,
): readonly Problem[] {
  return routes.flatMap((route, index) => {
    const path = childPath(parent.path, routes, index);
    if (ancestors.includes(route))
      return problemsAt(path, [
        [
          "cyclic-route",
          true,
          "a route must not contain itself: a tree must end",
        ],
      ]);
    const here = {
      path,
      groupInterval: route.groupInterval ?? parent.groupInterval,
      repeatInterval: route.repeatInterval ?? parent.repeatInterval,
    };
    const ownInterval = route.groupInterval ?? route.repeatInterval;
    return [
      ...problemsOfOne(route, path, context),
      ...(ownInterval === undefined ? [] : intervalWarnings(here, path)),
      ...problemsBelow(
        route.routes ?? [],
        here,
        [...ancestors, route],
        context,
      ),
    ];
  });
}

function problemsOfOne(
  route: Route,
  path: string,
  context: RouteContext,
): readonly Problem[] {
  const { matchers, receiver, groupBy } = route;
  const { muteTimings = [], activeTimings = [] } = route;
  const { grafanaVersion } = context;
  return [
    ...matcherProblems(matchers, path),
    ...problemsAt(path, [
      ...(receiver === undefined ? [] : receiverRows(receiver.name, context)),
      ...(groupBy === undefined
        ? []
        : [
            [
              // Alertmanager before 0.31 inherits the parent's then, later versions and Grafana put all into one group.
              "empty-group-by",
              groupBy.length === 0,
              `'groupBy' must not be empty, got []: leave it out to inherit, or write "..." to group by all labels`,
            ] as const,
            ...groupByRows(groupBy),
          ]),
      ...durationRows(route),
      ...[...muteTimings, ...activeTimings].map(
        ({ name }) =>
          [
            "undefined-timing",
            !context.muteTimings.includes(name),
            `mute timing "${name}" must be one of those that are defined (${listed(context.muteTimings)})`,
          ] as const,
      ),
      [
        "active-timings",
        activeTimings.length > 0 && grafanaVersion < 12,
        `'activeTimings' must be left out below Grafana 12.1, got them for Grafana ${grafanaVersion}: mute the other times instead`,
        "grafana",
      ],
    ]),
  ];
}

/** Routes that Grafana's provider cannot write, even where levels that change nothing are merged. */
function depthProblems(root: RootRoute): readonly Problem[] {
  const tooDeep = (
    routes: readonly Route[],
    parent: string,
    level: number,
  ): readonly Problem[] =>
    routes.flatMap((route, index) => {
      const path = childPath(parent, routes, index);
      return level > routeLevels
        ? problemsAt(path, [
            [
              "route-depth",
              true,
              `a route must be at most ${routeLevels} levels below the root, got level ${level}: merge its matchers into its parent's`,
              "grafana",
            ],
          ])
        : tooDeep(route.routes ?? [], path, level + 1);
    });
  return depthBelow(root.routes) > routeLevels
    ? tooDeep(flattened(root).routes, rootPath, 1)
    : [];
}

function receiverRows(
  name: string,
  { receivers }: RouteContext,
): readonly ProblemRow[] {
  return [
    [
      "undefined-receiver",
      !receivers.includes(name),
      `receiver "${name}" must be one of those that are defined (${listed(receivers)})`,
    ],
  ];
}

function groupByRows(groupBy: readonly string[]): readonly ProblemRow[] {
  const isAll = groupBy.includes("...");
  return [
    [
      "group-by-all",
      isAll && groupBy.length > 1,
      `"..." must be alone in 'groupBy', ${got(groupBy)}`,
    ],
    [
      "label-name",
      groupBy.includes(""),
      `'groupBy' must hold names of labels, ${got(groupBy)}`,
    ],
    [
      "label-name",
      !isAll && !groupBy.includes("") && !groupBy.every(isLabelName),
      `'groupBy' must hold labels of letters, digits and _, not starting with a digit, ${got(groupBy)}`,
      "alertmanager",
    ],
    ...duplicatesIn(groupBy).map(
      (label) =>
        [
          "group-by-duplicate",
          true,
          `'groupBy' must name a label once, got "${label}" twice`,
        ] as const,
    ),
  ];
}

/** The times of a route, as far as it has them. */
type Intervals = Partial<
  Pick<RootRoute, "groupWait" | "groupInterval" | "repeatInterval">
>;

function durationRows({
  groupWait,
  groupInterval,
  repeatInterval,
}: Intervals): readonly ProblemRow[] {
  const intervals = { groupWait, groupInterval, repeatInterval };
  return Object.entries(intervals).flatMap(
    ([prop, duration]): readonly ProblemRow[] =>
      duration === undefined
        ? []
        : [
            [
              // Types let "1.5h" through.
              "duration",
              !isDuration(duration),
              `'${prop}' must be a whole number and one of s, m, h, d, w, ${got(duration)}`,
            ],
            [
              "zero-interval",
              prop !== "groupWait" &&
                isDuration(duration) &&
                secondsIn(duration) === 0,
              `'${prop}' must be longer than 0, ${got(duration)}`,
            ],
          ],
  );
}

function intervalWarnings(
  { groupInterval, repeatInterval }: Omit<Parent, "path">,
  path: string,
): readonly Problem[] {
  if (!isDuration(groupInterval) || !isDuration(repeatInterval)) return [];
  const [group, repeat] = [secondsIn(groupInterval), secondsIn(repeatInterval)];
  if (repeat === 0 || repeat > group) return [];
  return [
    {
      rule: "repeat-interval",
      severity: "warning",
      path,
      message: `'repeatInterval' must be longer than 'groupInterval' "${groupInterval}", got "${repeatInterval}": a notification is repeated at a group interval only, and only when more than 'repeatInterval' has passed, so it comes every ${group * 2}s at best; shorten 'groupInterval'`,
    },
  ];
}

function listed(names: readonly string[]): string {
  return [...names].sort().join(", ") || "none";
}
