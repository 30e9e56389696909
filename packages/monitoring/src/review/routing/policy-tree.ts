import type { JsonObject } from "../../internal/json-tree";
import type { Duration } from "../../model/duration";
import type { Matcher } from "../../model/matcher";
import type { Receiver } from "../../model/receiver";
import type { RootRoute, Route } from "../../model/route";
import { anchoredRegexp } from "../../notifications/anchored-regexp";
import {
  ofType,
  ReviewInputError,
  type ResourceChange,
} from "../resource-change";
import { blocksOf, Hidden, Unknown } from "../value";

const matches: readonly string[] = ["=", "!=", "=~", "!~"];

/** What Grafana takes where the root of its tree says nothing. */
const defaults = {
  groupWait: "30s",
  groupInterval: "5m",
  repeatInterval: "4h",
} as const;

/**
 * The routing tree of one side, turned back from what Terraform gives to Grafana: receivers and timings by name alone.
 * `undefined` where there is none, or where it is not known. Throws a {@link ReviewInputError} on matchers that are none.
 */
export function policyTree(
  changes: readonly ResourceChange[],
  side: "before" | "after",
): RootRoute | undefined {
  const [policy] = ofType(changes, "grafana_notification_policy").filter(
    (change) => change[side] !== undefined,
  );
  const root = policy?.[side];
  if (root === undefined) return undefined;
  const receivers = new Map<string, Receiver>();
  return {
    receiver: receiverOf(root, receivers) ?? { name: "", integrations: [] },
    groupBy: textsOf(root.group_by),
    groupWait: durationIn(root.group_wait) ?? defaults.groupWait,
    groupInterval: durationIn(root.group_interval) ?? defaults.groupInterval,
    repeatInterval: durationIn(root.repeat_interval) ?? defaults.repeatInterval,
    routes: blocksOf(root.policy).map((block) =>
      routeOf(block, receivers, policy?.address ?? ""),
    ),
  };
}

/** Whether the routes are there to be read: neither sensitive as a whole, nor known only after apply. */
export function isReadable(changes: readonly ResourceChange[]): boolean {
  return ofType(changes, "grafana_notification_policy").every(
    ({ before, after }) =>
      [before, after].every(
        (side) =>
          !(side?.policy instanceof Hidden || side?.policy instanceof Unknown),
      ),
  );
}

function routeOf(
  block: JsonObject,
  receivers: Map<string, Receiver>,
  address: string,
): Route {
  const receiver = receiverOf(block, receivers);
  const groupBy = textsOf(block.group_by);
  const groupWait = durationIn(block.group_wait);
  const groupInterval = durationIn(block.group_interval);
  const repeatInterval = durationIn(block.repeat_interval);
  return {
    matchers: blocksOf(block.matcher).map((matcher) =>
      matcherOf(matcher, address),
    ),
    ...(receiver && { receiver }),
    ...(groupBy.length > 0 && { groupBy }),
    ...(groupWait && { groupWait }),
    ...(groupInterval && { groupInterval }),
    ...(repeatInterval && { repeatInterval }),
    continue: block.continue === true,
    muteTimings: textsOf(block.mute_timings).map(timingNamed),
    activeTimings: textsOf(block.active_timings).map(timingNamed),
    routes: blocksOf(block.policy).map((inner) =>
      routeOf(inner, receivers, address),
    ),
  };
}

function matcherOf(block: JsonObject, address: string): Matcher {
  const { label, match, value } = block;
  const problem = matcherProblem(block);
  if (problem !== undefined)
    throw new ReviewInputError(`${address}: ${problem}`);
  return {
    label: String(label),
    match: match as Matcher["match"],
    value: nameIn(value) ?? "",
  };
}

function matcherProblem({
  label,
  match,
  value,
}: JsonObject): string | undefined {
  const written = `${String(label)} ${String(match)} ${JSON.stringify(value)}`;
  if (typeof label !== "string" || !matches.includes(String(match)))
    return `a matcher must have a label and one of ${matches.join(" ")}, got ${written}`;
  if (typeof value !== "string" || String(match).length === 1) return undefined;
  try {
    anchoredRegexp(value);
    return undefined;
  } catch {
    return `a matcher's expression must be RE2, got ${written}`;
  }
}

/** A contact point whose name is not known yet still is one of its own. */
function receiverOf(
  { contact_point: point }: JsonObject,
  receivers: Map<string, Receiver>,
): Receiver | undefined {
  const name = nameIn(point);
  if (name === undefined) return undefined;
  const known = receivers.get(name) ?? { name, integrations: [] };
  receivers.set(name, known);
  return known;
}

/** Text, or what stands for text that is not known yet. */
function nameIn(value: unknown): string | undefined {
  if (value instanceof Unknown) return value.toString();
  return typeof value === "string" && value !== "" ? value : undefined;
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function timingNamed(name: string): {
  readonly name: string;
  readonly intervals: [];
} {
  return { name, intervals: [] };
}

/** Only compared and shown, never computed with: Grafana's spelling may have several units. */
function durationIn(value: unknown): Duration | undefined {
  return typeof value === "string" && value !== ""
    ? (value as Duration)
    : undefined;
}
