import type { Notifications } from "../model/deployment";
import type { Duration } from "../model/duration";
import type { Labels } from "../model/labels";
import { inhibitionsOf } from "./inhibition";
import { matchedRoutes, type RoutingNode } from "./routing-tree";
import { isWithin } from "./time-interval";

/** An alert, and the circumstances that decide whether its notification is sent. */
export interface NotifyRequest {
  readonly notifications: Notifications;
  readonly labels: Labels;
  /** @default - no timing mutes */
  readonly at?: Date;
  /** Other alerts that fire at the time. @default [] */
  readonly firing?: readonly Labels[];
}

/** How one receiver is notified of an alert. */
export interface NotifiedReceiver {
  readonly name: string;
  /** The route that names it: `route > system="shop" > severity="critical"`. */
  readonly route: string;
  /** Label names; `["..."]` stands for all. */
  readonly groupBy: readonly string[];
  /** The labels that the alert shares with the others of its notification. */
  readonly group: Labels;
  /** Tells the group from all others, as Alertmanager writes it in webhooks without the matchers: `{alertname="X"}`. */
  readonly groupKey: string;
  readonly groupWait: Duration;
  readonly groupInterval: Duration;
  readonly repeatInterval: Duration;
  /** Names of the route's timings, whatever the time. */
  readonly muteTimings: readonly string[];
  /** Names of the timings outside of which the route is silent. */
  readonly activeTimings: readonly string[];
  /** Timings that mute it at the time: `nights`, or `outside of working-hours`. */
  readonly mutedBy: readonly string[];
  /** Names of the inhibition rules that silence it. */
  readonly inhibitedBy: readonly string[];
}

/** Who is notified, in the order of the tree; one receiver comes twice when two routes name it. */
export interface Notified {
  readonly receivers: readonly NotifiedReceiver[];
}

/** Who is notified of an alert, how, and what keeps it from them. Throws on a tree that contains itself or bad expressions. */
export function notify({
  notifications,
  labels,
  at,
  firing = [],
}: NotifyRequest): Notified {
  const inhibitedBy =
    firing.length === 0
      ? []
      : inhibitionsOf(notifications.inhibitions, labels, firing);
  return {
    receivers: matchedRoutes(notifications.route, labels).map((node) => {
      const group = groupOf(node, labels);
      return {
        name: node.receiver.name,
        route: node.path,
        groupBy: node.groupBy,
        group,
        groupKey: groupKeyOf(group),
        groupWait: node.groupWait,
        groupInterval: node.groupInterval,
        repeatInterval: node.repeatInterval,
        muteTimings: node.muteTimings.map(({ name }) => name),
        activeTimings: node.activeTimings.map(({ name }) => name),
        mutedBy: at === undefined ? [] : mutedBy(node, at),
        inhibitedBy,
      };
    }),
  };
}

/** The labels by which a route groups the alert, in alphabetical order; a label that the alert lacks is left out. */
function groupOf({ groupBy }: RoutingNode, labels: Labels): Labels {
  const all = groupBy.includes("...");
  return Object.fromEntries(
    Object.entries(labels)
      .filter(([label]) => all || groupBy.includes(label))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function groupKeyOf(group: Labels): string {
  const pairs = Object.entries(group).map(
    ([label, value]) => `${label}=${JSON.stringify(value)}`,
  );
  return `{${pairs.join(", ")}}`;
}

function mutedBy(
  { muteTimings, activeTimings }: RoutingNode,
  at: Date,
): readonly string[] {
  const muting = muteTimings.filter((timing) => isWithin(timing, at));
  const isActive =
    activeTimings.length === 0 ||
    activeTimings.some((timing) => isWithin(timing, at));
  return [
    ...muting.map(({ name }) => name),
    ...(isActive ? [] : activeTimings.map(({ name }) => `outside of ${name}`)),
  ];
}
