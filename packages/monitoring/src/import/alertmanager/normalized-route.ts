import { isMap } from "../difference";
import { millisecondsIn } from "../prometheus-duration";
import type { ConfigMap } from "./alertmanager-document";
import { spelled } from "./integration-defaults";
import { matchersIn } from "./matcher-text";

/** What a route inherits, and what the root has when the file does not say it. */
interface Inherited {
  readonly receiver: unknown;
  readonly group_by: unknown;
  readonly group_wait: unknown;
  readonly group_interval: unknown;
  readonly repeat_interval: unknown;
}

const rootDefaults: Inherited = {
  receiver: undefined,
  group_by: [],
  group_wait: "30s",
  group_interval: "5m",
  repeat_interval: "4h",
};

/** The receiver of a route that tells nobody. */
export const nobody = "(nobody)";

/** What names stand for in a route. */
export interface RouteNames {
  /** The receiver that a name stands for. */
  readonly receiverOf: (name: unknown) => unknown;
  /** Time intervals that always hold. */
  readonly always: ReadonlySet<unknown>;
}

/** A route with all that it inherits and all below it; the rules are those of `normalizedConfig`. */
export function normalizedRoute(
  route: ConfigMap,
  names: RouteNames,
  inherited: Inherited = rootDefaults,
): ConfigMap {
  const {
    receiver = inherited.receiver,
    group_by = inherited.group_by,
    group_wait = inherited.group_wait,
    group_interval = inherited.group_interval,
    repeat_interval = inherited.repeat_interval,
    match,
    match_re,
    matchers,
    mute_time_intervals: muted = [],
    active_time_intervals: active = [],
    continue: goesOn = "false",
    routes = [],
    ...others
  } = route;
  const mutes = Array.isArray(muted) ? muted : [muted];
  const effective = {
    receiver,
    group_by,
    group_wait,
    group_interval,
    repeat_interval,
  };
  const isSilent =
    names.receiverOf(receiver) === nobody ||
    mutes.some((name) => names.always.has(name));
  return {
    ...others,
    receiver: isSilent ? nobody : names.receiverOf(receiver),
    group_by: inOrder(group_by),
    group_wait: length(group_wait),
    group_interval: length(group_interval),
    repeat_interval: length(repeat_interval),
    matchers: normalizedMatchers({ match, match_re, matchers }),
    mute_time_intervals: inOrder(
      mutes.filter((name) => !names.always.has(name)),
    ),
    active_time_intervals: inOrder(active),
    continue: spelled("continue", goesOn),
    routes: Array.isArray(routes)
      ? routes.map((child: unknown) =>
          isMap(child) ? normalizedRoute(child, names, effective) : child,
        )
      : routes,
  };
}

/** An inhibition, its matchers in one form. */
export function normalizedInhibition(rule: ConfigMap): ConfigMap {
  const {
    source_match,
    source_match_re,
    source_matchers,
    target_match,
    target_match_re,
    target_matchers,
    equal = [],
    ...others
  } = rule;
  return {
    ...others,
    source: normalizedMatchers({
      match: source_match,
      match_re: source_match_re,
      matchers: source_matchers,
    }),
    target: normalizedMatchers({
      match: target_match,
      match_re: target_match_re,
      matchers: target_matchers,
    }),
    equal: inOrder(equal),
  };
}

function normalizedMatchers({
  match,
  match_re,
  matchers,
}: ConfigMap): readonly string[] {
  const pairs = (map: unknown, operator: string): readonly string[] =>
    isMap(map)
      ? Object.entries(map).map(
          ([label, value]) => `${label}${operator}${JSON.stringify(value)}`,
        )
      : [];
  const list = Array.isArray(matchers) ? matchers : [];
  return [
    ...pairs(match, "="),
    ...pairs(match_re, "=~"),
    ...list.flatMap((text: unknown) =>
      matchersIn(String(text)).map(
        ({ label, match: operator, value }) =>
          `${label}${operator}${JSON.stringify(value)}`,
      ),
    ),
  ].sort();
}

function inOrder(list: unknown): unknown {
  return Array.isArray(list) ? [...(list as unknown[])].sort() : list;
}

function length(value: unknown): unknown {
  const milliseconds =
    typeof value === "string" ? millisecondsIn(value) : undefined;
  return milliseconds === undefined ? value : `${milliseconds}ms`;
}
