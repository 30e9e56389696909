import type { Notifications } from "../model/deployment";
import type { Labels } from "../model/labels";
import { matcherText, matchersFor } from "../model/matcher";
import { notify, type NotifiedReceiver } from "./notify";

/** What is expected of an alert. */
export interface RouteExpectation {
  /** Receivers that are notified of it, in the order of the tree; muted and inhibited ones do not. */
  readonly receivers: readonly string[];
  /** @default - no timing mutes */
  readonly at?: Date;
  /** @default [] */
  readonly firing?: readonly Labels[];
}

/** Throws unless exactly the expected receivers are notified of the alert; the error shows the routes that were taken, and why not others. */
export function expectRoute(
  notifications: Notifications,
  labels: Labels,
  { receivers: expected, at, firing }: RouteExpectation,
): void {
  const { receivers } = notify({
    notifications,
    labels,
    ...(at && { at }),
    ...(firing && { firing }),
  });
  const told = receivers
    .filter((receiver) => !isSilent(receiver))
    .map(({ name }) => name);
  if (
    told.length === expected.length &&
    told.every((name, index) => name === expected[index])
  )
    return;
  const routes = receivers.map((receiver) => {
    const reasons = [
      ...receiver.mutedBy.map((name) => `muted by ${name}`),
      ...receiver.inhibitedBy.map((name) => `inhibited by ${name}`),
    ];
    return `- ${receiver.route} -> ${receiver.name}${reasons.length > 0 ? ` (${reasons.join(", ")})` : ""}`;
  });
  throw new Error(
    `alert {${matchersFor(labels).map(matcherText).join(", ")}} must reach ${list(expected)}, got ${list(told)}; its routes are\n${routes.join("\n")}`,
  );
}

function isSilent({ mutedBy, inhibitedBy }: NotifiedReceiver): boolean {
  return mutedBy.length > 0 || inhibitedBy.length > 0;
}

function list(names: readonly string[]): string {
  return names.length === 0 ? "nobody" : names.join(", ");
}
