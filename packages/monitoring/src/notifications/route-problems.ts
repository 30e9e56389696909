import { isDuration, secondsIn, type Duration } from "../model/duration";
import type { Notifications } from "../model/deployment";
import { matcherText, type Matcher } from "../model/matcher";
import type { MuteTiming } from "../model/mute-timing";
import type { RootRoute, Route } from "../model/route";
import { contradictionIn, impliesAll } from "./implication";
import { checkMatchers, isLabelName } from "./matcher-problems";
import { childPath, rootPath } from "./route-path";
import type { ProblemList } from "./routing-problem";

/** What a route inherits and its ancestors demand. */
interface Surroundings {
  readonly path: string;
  readonly ancestors: readonly Route[];
  readonly matchers: readonly Matcher[];
  readonly groupInterval: Duration;
  readonly repeatInterval: Duration;
}

/** The routes of a tree that refer to something undefined, are refused by a back end, or can never be reached. */
export function checkRoutes(
  notifications: Notifications,
  problems: ProblemList,
): void {
  const { route } = notifications;
  checkRoot(route, problems);
  checkOwn(route, rootPath, notifications, problems);
  checkIntervals(route, rootPath, problems);
  checkChildren(
    route.routes,
    {
      path: rootPath,
      ancestors: [],
      matchers: [],
      groupInterval: route.groupInterval,
      repeatInterval: route.repeatInterval,
    },
    notifications,
    problems,
  );
}

function checkRoot(route: RootRoute, problems: ProblemList): void {
  const forbidden = ["matchers", "continue", "muteTimings", "activeTimings"];
  for (const key of forbidden.filter((name) => name in route)) {
    problems.error(
      "root-route",
      rootPath,
      `the root catches every alert, so it must have no ${key}; put it on a child`,
    );
  }
}

function checkChildren(
  routes: readonly Route[],
  parent: Surroundings,
  notifications: Notifications,
  problems: ProblemList,
): void {
  routes.forEach((route, index) => {
    const path = childPath(parent.path, routes, index);
    if (parent.ancestors.includes(route)) {
      problems.error(
        "cyclic-route",
        path,
        "the route contains itself; a route tree must end",
      );
      return;
    }
    checkMatchers(route.matchers, path, problems);
    checkOwn(route, path, notifications, problems);
    const here: Surroundings = {
      path,
      ancestors: [...parent.ancestors, route],
      matchers: [...parent.matchers, ...route.matchers],
      groupInterval: route.groupInterval ?? parent.groupInterval,
      repeatInterval: route.repeatInterval ?? parent.repeatInterval,
    };
    if (
      route.groupInterval !== undefined ||
      route.repeatInterval !== undefined
    ) {
      checkIntervals(here, path, problems);
    }
    checkReachable(routes, index, here, parent, problems);
    checkChildren(route.routes ?? [], here, notifications, problems);
  });
}

/** What a route says by itself. */
function checkOwn(
  route: RootRoute | Route,
  path: string,
  { receivers, muteTimings }: Notifications,
  problems: ProblemList,
): void {
  const { receiver, groupBy } = route;
  if (receiver !== undefined && !receivers.includes(receiver)) {
    problems.error(
      "undefined-receiver",
      path,
      `receiver "${receiver.name}" is not one of the receivers (${names(receivers)}); list it or use one of them`,
    );
  }
  const timings: readonly MuteTiming[] = [
    ...(("muteTimings" in route && route.muteTimings) || []),
    ...(("activeTimings" in route && route.activeTimings) || []),
  ];
  for (const timing of timings) {
    if (!muteTimings.includes(timing)) {
      problems.error(
        "undefined-timing",
        path,
        `mute timing "${timing.name}" is not one of the mute timings (${names(muteTimings)}); list it or use one of them`,
      );
    }
  }
  if (groupBy !== undefined) checkGroupBy(groupBy, path, problems);
  const { groupWait, groupInterval, repeatInterval } = route;
  for (const [name, duration] of Object.entries({
    groupWait,
    groupInterval,
    repeatInterval,
  })) {
    if (duration === undefined) continue;
    if (!isDuration(duration)) {
      problems.error(
        "duration",
        path,
        `${name} must be a whole number and one of s, m, h, d, w, got "${String(duration)}"`,
      );
    } else if (name !== "groupWait" && secondsIn(duration) === 0) {
      problems.error(
        "zero-interval",
        path,
        `${name} must be longer than 0, got "${duration}"`,
      );
    }
  }
}

function checkGroupBy(
  groupBy: readonly string[],
  path: string,
  problems: ProblemList,
): void {
  const list = `[${groupBy.map((label) => `"${label}"`).join(", ")}]`;
  if (groupBy.length === 0 && path !== rootPath) {
    problems.error(
      "empty-group-by",
      path,
      "groupBy must not be empty: Alertmanager before 0.31 inherits the parent's then, later versions put all alerts into one group; leave it out, or name a label",
    );
  }
  if (groupBy.includes("...") && groupBy.length > 1) {
    problems.error(
      "group-by-all",
      path,
      `groupBy must be ["..."] alone or label names, got ${list}`,
    );
  }
  const repeated = groupBy.filter(
    (label, index) => groupBy.indexOf(label) !== index,
  );
  if (repeated.length > 0) {
    problems.error(
      "group-by-duplicate",
      path,
      `groupBy must name a label once, got ${list}`,
    );
  }
  for (const label of groupBy) {
    if (label !== "..." && !isLabelName(label)) {
      problems.error(
        "label-name",
        path,
        `groupBy must hold labels of letters, digits and underscores, got "${label}"`,
      );
    }
  }
}

function checkIntervals(
  {
    groupInterval,
    repeatInterval,
  }: {
    readonly groupInterval: Duration;
    readonly repeatInterval: Duration;
  },
  path: string,
  problems: ProblemList,
): void {
  if (!isDuration(groupInterval) || !isDuration(repeatInterval)) return;
  if (secondsIn(repeatInterval) === 0) return;
  if (secondsIn(repeatInterval) <= secondsIn(groupInterval)) {
    problems.warning(
      "repeat-interval",
      path,
      `repeatInterval "${repeatInterval}" is not longer than groupInterval "${groupInterval}"; a notification is repeated at a group interval only, and only when more than repeatInterval has passed, so it comes every ${secondsIn(groupInterval) * 2}s at best: shorten groupInterval`,
    );
  }
}

function checkReachable(
  siblings: readonly Route[],
  index: number,
  here: Surroundings,
  parent: Surroundings,
  problems: ProblemList,
): void {
  const contradiction = contradictionIn(here.matchers);
  if (
    contradiction !== undefined &&
    contradictionIn(parent.matchers) === undefined
  ) {
    problems.error(
      "unreachable-route",
      here.path,
      `no alert can match both ${contradiction.map(matcherText).join(" and ")}; remove the route or one of them`,
    );
    return;
  }
  const shadow = siblings.findIndex(
    (sibling, at) =>
      at < index &&
      sibling.continue !== true &&
      impliesAll(here.matchers, sibling.matchers),
  );
  if (shadow >= 0) {
    problems.error(
      "shadowed-route",
      here.path,
      `never reached: ${childPath(parent.path, siblings, shadow)} before it takes every alert that it matches; move it up, or set continue there`,
    );
  }
}

function names(items: readonly { readonly name: string }[]): string {
  return items.map(({ name }) => name).join(", ") || "none";
}
