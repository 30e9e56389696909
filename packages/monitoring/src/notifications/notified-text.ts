import type { Labels } from "../model/labels";
import { matcherText, matchersFor } from "../model/matcher";
import type { Notified, NotifiedReceiver } from "./notify";

/** Who is notified of an alert, for people: receiver, route, grouping and waits, and what keeps it from them. */
export function notifiedText(labels: Labels, { receivers }: Notified): string {
  const alert = matchersFor(labels).map(matcherText).join(", ");
  return [`{${alert}} reaches`, ...receivers.map(receiverText)].join("\n");
}

function receiverText(receiver: NotifiedReceiver): string {
  const rows: readonly (readonly [string, string])[] = [
    ["through", receiver.route],
    ["grouped by", groupText(receiver)],
    [
      "notified",
      `after ${receiver.groupWait}, updates every ${receiver.groupInterval}, again every ${receiver.repeatInterval}`,
    ],
    ...timingRows(receiver),
    ...receiver.inhibitedBy.map((name) => ["inhibited by", name] as const),
  ];
  const silent =
    receiver.mutedBy.length + receiver.inhibitedBy.length > 0
      ? " (silent)"
      : "";
  return [
    `- ${receiver.name}${silent}`,
    ...rows.map(([title, text]) => `    ${title.padEnd(13)} ${text}`),
  ].join("\n");
}

function groupText({ groupBy, groupKey }: NotifiedReceiver): string {
  if (groupBy.length === 0) return "nothing, all alerts are one group";
  const by = groupBy.includes("...") ? "all labels" : groupBy.join(", ");
  return `${by}: ${groupKey}`;
}

function timingRows({
  mutedBy,
  muteTimings,
  activeTimings,
}: NotifiedReceiver): readonly (readonly [string, string])[] {
  if (mutedBy.length > 0) {
    return mutedBy.map((name) => ["muted by", name] as const);
  }
  return [
    ...muteTimings.map((name) => ["silent in", name] as const),
    ...activeTimings.map((name) => ["only in", name] as const),
  ];
}
