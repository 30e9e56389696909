import type { RoutingConsequence } from "../review-model";
import { list, text, type Text } from "../text";

/** A consequence in one sentence, without its alerts. */
export function consequenceText(
  consequence: Omit<RoutingConsequence, "alerts">,
): Text {
  const { gained, lost, adjusted, pagedBefore, pagedAfter, because } =
    consequence;
  const sentences: Text[] = [];
  if (gained.length > 0 && lost.length > 0)
    sentences.push(text`${list(gained)} notified instead of ${list(lost)}`);
  else if (gained.length > 0)
    sentences.push(text`${list(gained)} notified now`);
  else if (lost.length > 0)
    sentences.push(text`${list(lost)} no longer notified`);
  const paged = pagedAfter.filter((name) => !pagedBefore.includes(name));
  const unpaged = pagedBefore.filter((name) => !pagedAfter.includes(name));
  if (paged.length > 0) sentences.push(text`paged now: ${list(paged)}`);
  if (unpaged.length > 0)
    sentences.push(text`no longer paged: ${list(unpaged)}`);
  sentences.push(...adjusted);
  const reason = because === "route" ? [] : [` (${reasonText[because]})`];
  return [
    ...sentences.flatMap((sentence, index) =>
      index === 0 ? sentence : ["; ", ...sentence],
    ),
    ...reason,
  ];
}

const reasonText = {
  new: "new alerts",
  removed: "alerts removed",
  paused: "alerts paused",
  resumed: "alerts resumed",
} as const;
