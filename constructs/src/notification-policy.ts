import {
  NotificationPolicy as GrafanaNotificationPolicy,
  type NotificationPolicyPolicy,
  type NotificationPolicyPolicyMatcher,
} from "@cdktf/provider-grafana/lib/notification-policy";
import { Construct } from "constructs";
import {
  depthBelow,
  flattened,
  routeLevels,
  routeProblems,
  sortedMatchers,
} from "monitoring-as-code/notifications";
import {
  compare,
  canonicalDuration,
  refusedBy,
  type Duration,
  type Matcher,
  type MuteTiming,
  type RootRoute,
  type Route,
} from "monitoring-as-code";
import { claimProblems, provenanceProblems } from "./claims";
import type { ContactPoints } from "./contact-points";
import { rejectInvalidProps } from "./invalid-props";
import { literal } from "./literal-text";
import type { MuteTimings } from "./mute-timings";

export interface NotificationPolicyProps {
  readonly route: RootRoute;
  /** The contact points that routes send to. */
  readonly contactPoints: ContactPoints;
  /** The mute timings that routes are silent in. */
  readonly muteTimings: MuteTimings;
  /** Major version of the server. */
  readonly grafanaVersion: number;
  /** Whether it may be changed in the browser; the same for all alerting resources of a stack. @default false */
  readonly editable?: boolean;
}

/**
 * Defines the routing tree of an organisation. There is one; a second would overwrite it at every apply, so a stack takes
 * one only.
 */
export class NotificationPolicy extends Construct {
  readonly resource: GrafanaNotificationPolicy;

  constructor(scope: Construct, id: string, props: NotificationPolicyProps) {
    super(scope, id);
    const {
      contactPoints,
      muteTimings,
      grafanaVersion,
      editable = false,
    } = props;
    rejectInvalidProps(this, [
      ...claimProblems(this, "notification policy", ["of the organisation"]),
      ...provenanceProblems(this, editable),
      ...refusedBy(
        "grafana",
        routeProblems(props.route, {
          receivers: contactPoints.names,
          muteTimings: muteTimings.names,
          grafanaVersion,
        }),
      ),
    ]);
    const route =
      depthBelow(props.route.routes) > routeLevels
        ? flattened(props.route)
        : props.route;

    const { groupBy, receiver } = route;
    const level = { depth: 1, groupBy, contactPoints, muteTimings };
    this.resource = new GrafanaNotificationPolicy(this, "policy", {
      contactPoint: contactPoints.nameOf(receiver),
      groupBy: literal([...groupBy].sort()),
      ...intervalsOf(route),
      disableProvenance: editable,
      policy: policyBlocks(route.routes, level),
    });
  }
}

/** Where a route stands, and what it may refer to. */
interface Level {
  readonly depth: number;
  /** What the parent groups by. */
  readonly groupBy: readonly string[];
  readonly contactPoints: ContactPoints;
  readonly muteTimings: MuteTimings;
}

/** No blocks are no attribute: the deepest level has none of that name, not even an empty list. */
function policyBlocks(
  routes: readonly Route[],
  level: Level,
): NotificationPolicyPolicy[] | undefined {
  return routes.length === 0
    ? undefined
    : routes.map((route) => policyBlock(route, level));
}

function policyBlock(route: Route, level: Level): NotificationPolicyPolicy {
  const { matchers, receiver, muteTimings, activeTimings, routes = [] } = route;
  const { depth, contactPoints } = level;
  const groupBy = route.groupBy ?? level.groupBy;
  // The provider wants group_by at the deepest level, where other levels inherit it.
  const writesGroupBy = route.groupBy !== undefined || depth === routeLevels;
  const below = { ...level, depth: depth + 1, groupBy };
  return {
    matcher: matcherBlocks(matchers),
    contactPoint: receiver && contactPoints.nameOf(receiver),
    groupBy: writesGroupBy ? literal([...groupBy].sort()) : undefined,
    ...intervalsOf(route),
    continue: route.continue ?? false,
    muteTimings: namesOf(muteTimings, level),
    activeTimings: namesOf(activeTimings, level),
    policy: policyBlocks(routes, below),
  };
}

function matcherBlocks(
  matchers: readonly Matcher[],
): NotificationPolicyPolicyMatcher[] | undefined {
  if (matchers.length === 0) return undefined;
  return sortedMatchers(matchers).map(({ label, match, value }) => ({
    label: literal(label),
    match,
    value: literal(value),
  }));
}

/** Durations in Grafana's own spelling: any other is a difference after every apply. */
function intervalsOf(route: {
  readonly groupWait?: Duration;
  readonly groupInterval?: Duration;
  readonly repeatInterval?: Duration;
}): Pick<
  NotificationPolicyPolicy,
  "groupWait" | "groupInterval" | "repeatInterval"
> {
  const { groupWait, groupInterval, repeatInterval } = route;
  return {
    groupWait: groupWait && canonicalDuration(groupWait),
    groupInterval: groupInterval && canonicalDuration(groupInterval),
    repeatInterval: repeatInterval && canonicalDuration(repeatInterval),
  };
}

function namesOf(
  timings: readonly MuteTiming[] = [],
  { muteTimings }: Level,
): string[] | undefined {
  if (timings.length === 0) return undefined;
  return [...timings]
    .sort((a, b) => compare(a.name, b.name))
    .map((timing) => muteTimings.nameOf(timing));
}
