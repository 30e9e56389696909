import type { Item, Review } from "../../src/review/review-model";
import { plainText } from "../../src/review/text";

const signs: Readonly<Record<Item["change"], string>> = {
  added: "+",
  removed: "-",
  changed: "~",
  replaced: "±",
  note: "·",
};

/** A review as lines: dangers by kind, then the items of each section, indented. */
export function outline({ dangers, sections }: Review): readonly string[] {
  return [
    ...dangers.map(({ kind, text }) => `! ${kind}: ${plainText(text)}`),
    ...sections.flatMap(({ id, entries }) => [
      `${id}:`,
      ...entries.flatMap((entry) => lines(entry, 1)),
    ]),
  ];
}

function lines(
  { change, text, items }: Item,
  depth: number,
): readonly string[] {
  return [
    `${"  ".repeat(depth)}${signs[change]} ${plainText(text)}`,
    ...items.flatMap((item) => lines(item, depth + 1)),
  ];
}
