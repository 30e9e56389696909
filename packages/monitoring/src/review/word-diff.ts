import { diffArrays } from "diff";
import type { DiffPart } from "./text";

/** Names with their dots and variables, numbers with their units, space, and any other sign alone. */
const word = /[\p{L}\p{N}_:$.]+|\s+|[^\p{L}\p{N}_:$.\s]/gu;

/** Texts that differ in more words than this have nothing in common worth showing. */
const mostEdits = 2000;

/** What changed between two texts, word by word. */
export function wordDiff(before: string, after: string): readonly DiffPart[] {
  const changes = diffArrays(
    before.match(word) ?? [],
    after.match(word) ?? [],
    { maxEditLength: mostEdits },
  );
  return changes === undefined
    ? whole(before, after)
    : changes.map(({ added, removed, value }) => ({
        kind: added ? "added" : removed ? "removed" : "same",
        text: value.join(""),
      }));
}

/** What changed between two texts of many lines, line by line; lines far from any change are left out. */
export function lineDiff(before: string, after: string): readonly DiffPart[] {
  const changes = diffArrays(lines(before), lines(after), {
    maxEditLength: mostEdits,
  });
  if (changes === undefined) return whole(before, after);
  return changes.map(({ added, removed, value }, index) => ({
    kind: added ? "added" : removed ? "removed" : "same",
    text:
      added || removed
        ? value.join("")
        : excerpt(value, index > 0, index < changes.length - 1),
  }));
}

/** The lines next to the changes before and after. */
function excerpt(
  value: readonly string[],
  follows: boolean,
  precedes: boolean,
): string {
  const kept = (follows ? 1 : 0) + (precedes ? 1 : 0);
  if (value.length <= kept + 1) return value.join("");
  return [
    ...(follows ? value.slice(0, 1) : []),
    "…\n",
    ...(precedes ? value.slice(-1) : []),
  ].join("");
}

function lines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function whole(before: string, after: string): readonly DiffPart[] {
  return [
    { kind: "removed", text: before },
    { kind: "added", text: after },
  ];
}
