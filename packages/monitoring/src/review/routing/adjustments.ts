import type { RoutingNode } from "../../notifications/routing-tree";
import { text, type Text } from "../text";
import { isSame } from "../value";

/** How one receiver is notified of an alert. */
export interface Told {
  readonly groupBy: string;
  readonly groupWait: string;
  readonly groupInterval: string;
  readonly repeatInterval: string;
  readonly muteTimings: string;
  readonly activeTimings: string;
}

/** What a route says about how its receiver is notified of alerts. */
export function toldBy(route: RoutingNode): Told {
  const names = (timings: RoutingNode["muteTimings"]): string =>
    timings
      .map(({ name }) => name)
      .sort()
      .join(", ");
  return {
    groupBy: [...route.groupBy].sort().join(", "),
    groupWait: route.groupWait,
    groupInterval: route.groupInterval,
    repeatInterval: route.repeatInterval,
    muteTimings: names(route.muteTimings),
    activeTimings: names(route.activeTimings),
  };
}

/** How what a receiver hears changes, for a receiver of both sides. */
export function adjustments(
  name: string,
  before: readonly Told[] | undefined,
  after: readonly Told[] = [],
): readonly Text[] {
  if (before === undefined || isSame(before, after)) return [];
  const [was, is] = [summed(before), summed(after)];
  const changed = <Key extends keyof Told>(key: Key): boolean =>
    was[key] !== is[key];
  return [
    ...(changed("repeatInterval")
      ? [
          text`${name} is notified again every ${is.repeatInterval} instead of ${was.repeatInterval}`,
        ]
      : []),
    ...(changed("groupBy")
      ? [
          text`${name} gets them grouped by ${is.groupBy || "nothing"} instead of ${was.groupBy || "nothing"}`,
        ]
      : []),
    ...(changed("groupWait")
      ? [
          text`${name} is notified after ${is.groupWait} instead of ${was.groupWait}`,
        ]
      : []),
    ...(changed("groupInterval")
      ? [
          text`${name} gets updates every ${is.groupInterval} instead of ${was.groupInterval}`,
        ]
      : []),
    ...(changed("muteTimings")
      ? [timingText(name, "silent in", was.muteTimings, is.muteTimings)]
      : []),
    ...(changed("activeTimings")
      ? [
          timingText(
            name,
            "only notified in",
            was.activeTimings,
            is.activeTimings,
          ),
        ]
      : []),
  ];
}

function timingText(name: string, verb: string, was: string, is: string): Text {
  if (is === "") return text`${name} is no longer ${[verb]} ${was}`;
  return was === ""
    ? text`${name} is ${[verb]} ${is}`
    : text`${name} is ${[verb]} ${is} instead of ${was}`;
}

/** Several routes to one receiver are several notifications. */
function summed(routes: readonly Told[]): Told {
  const all = (key: keyof Told): string =>
    [...new Set(routes.map((route) => route[key]))].join(" and ");
  return {
    groupBy: all("groupBy"),
    groupWait: all("groupWait"),
    groupInterval: all("groupInterval"),
    repeatInterval: all("repeatInterval"),
    muteTimings: all("muteTimings"),
    activeTimings: all("activeTimings"),
  };
}
