import type { Matcher } from "../../model/matcher";
import type { MuteTiming } from "../../model/mute-timing";
import type { RootNotifications } from "../../model/notifications";
import type { InhibitionRule, RootRoute, Route } from "../../model/route";
import { call, Code, type SourceValue } from "../source";

/** The constant that holds a receiver, a timing or a template. */
export function nameOf(
  thing: object,
  names: ReadonlyMap<object, Code>,
): string {
  const code = names.get(thing);
  if (code === undefined)
    throw new Error("the notifications use something that they do not list");
  return code.text;
}

/** A mute timing. */
export function timingSource({ name, intervals }: MuteTiming): SourceValue {
  return {
    name,
    intervals: intervals.map(
      ({ times, weekdays, daysOfMonth, months, years, location }) => ({
        times: times?.map(({ start, end }) => ({ start, end })),
        weekdays,
        daysOfMonth,
        months,
        years,
        location,
      }),
    ),
  };
}

/** The notifications, with constants in the places of what has one. */
export function rootSource(
  { receivers, route, inhibitions, muteTimings, templates }: RootNotifications,
  names: ReadonlyMap<object, Code>,
): SourceValue {
  const codes = (things: readonly object[] | undefined): SourceValue =>
    things?.map((thing) => new Code(nameOf(thing, names)));
  return {
    receivers: codes(receivers),
    templates: codes(templates),
    muteTimings: codes(muteTimings),
    route: routeSource(route, names),
    inhibitions: inhibitions?.map(inhibitionSource),
  };
}

function routeSource(
  route: Route | RootRoute,
  names: ReadonlyMap<object, Code>,
): SourceValue {
  const codes = (
    things: readonly object[] | undefined,
  ): readonly Code[] | undefined =>
    things?.map((thing) => new Code(nameOf(thing, names)));
  const isChild = "matchers" in route;
  return {
    matchers: isChild ? route.matchers.map(matcherSource) : undefined,
    receiver: route.receiver && new Code(nameOf(route.receiver, names)),
    groupBy: route.groupBy,
    groupWait: route.groupWait,
    groupInterval: route.groupInterval,
    repeatInterval: route.repeatInterval,
    continue: isChild ? route.continue : undefined,
    muteTimings: isChild ? codes(route.muteTimings) : undefined,
    activeTimings: isChild ? codes(route.activeTimings) : undefined,
    routes: route.routes?.map((child) => routeSource(child, names)),
  };
}

function inhibitionSource({
  name,
  source,
  target,
  equal,
}: InhibitionRule): SourceValue {
  return {
    name,
    source: source.map(matcherSource),
    target: target.map(matcherSource),
    equal,
  };
}

const matcherCalls = {
  "=": "is",
  "!=": "isNot",
  "=~": "matches",
  "!~": "matchesNot",
} as const;

function matcherSource({ label, match, value }: Matcher): Code {
  return call(matcherCalls[match], label, value);
}
