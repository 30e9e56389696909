import { canonicalDuration, type Duration } from "../../model/duration";
import type { MuteTiming } from "../../model/mute-timing";
import type { InhibitionRule, RootRoute, Route } from "../../model/route";
import { Commented, type YamlValue } from "../yaml-file";
import { matcherConfig } from "./matcher-config";

/** The `route` of Alertmanager. */
export function rootRouteConfig(root: RootRoute): YamlValue {
  return {
    receiver: root.receiver.name,
    group_by: root.groupBy,
    ...waits(root),
    routes: root.routes.length > 0 ? root.routes.map(routeConfig) : undefined,
  };
}

function routeConfig(route: Route): YamlValue {
  return {
    receiver: route.receiver?.name,
    matchers: route.matchers.map(matcherConfig),
    group_by: route.groupBy,
    ...waits(route),
    mute_time_intervals: namesOf(route.muteTimings),
    active_time_intervals: namesOf(route.activeTimings),
    continue: route.continue === true ? true : undefined,
    routes: route.routes?.length ? route.routes.map(routeConfig) : undefined,
  };
}

interface Waits {
  readonly groupWait?: Duration;
  readonly groupInterval?: Duration;
  readonly repeatInterval?: Duration;
}

function waits({ groupWait, groupInterval, repeatInterval }: Waits): {
  readonly [key: string]: YamlValue;
} {
  return {
    group_wait: groupWait && canonicalDuration(groupWait),
    group_interval: groupInterval && canonicalDuration(groupInterval),
    repeat_interval: repeatInterval && canonicalDuration(repeatInterval),
  };
}

function namesOf(
  timings: readonly MuteTiming[] | undefined,
): readonly string[] | undefined {
  return timings?.length ? timings.map(({ name }) => name) : undefined;
}

/** An entry of `time_intervals`. */
export function timeIntervalConfig({ name, intervals }: MuteTiming): YamlValue {
  return {
    name,
    time_intervals: intervals.map(
      ({ times, weekdays, daysOfMonth, months, years, location }) => ({
        times: times?.map(({ start, end }) => ({
          start_time: start,
          end_time: end,
        })),
        weekdays,
        days_of_month: daysOfMonth,
        months,
        years,
        location,
      }),
    ),
  };
}

/** An entry of `inhibit_rules`; its name is a comment before 0.30. */
export function inhibitRuleConfig(
  { name, source, target, equal }: InhibitionRule,
  minor: number,
): YamlValue {
  const rule = {
    source_matchers: source.map(matcherConfig),
    target_matchers: target.map(matcherConfig),
    equal: equal.length > 0 ? equal : undefined,
  };
  return minor >= 30 ? { name, ...rule } : new Commented(rule, [name]);
}
