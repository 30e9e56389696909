import Table from "cli-table3";
import { createColors } from "picocolors";

/** Rows below a head; numbers stand on the right. */
export interface TextTable {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** A table for a terminal: an empty line, how many rows there are of what, the head and the rows. */
export function tableText(
  { title, head, rows }: TextTable,
  isColored: boolean,
): string {
  const { bold } = createColors(isColored);
  const table = new Table({
    head: head.map((name) => bold(name)),
    style: { head: [], border: [], compact: true },
    chars: withoutBorders,
    colAligns: head.map((_, column) =>
      rows.every((row) => typeof row[column] === "number") ? "right" : "left",
    ),
  });
  table.push(...rows.map((row) => [...row]));
  const text = table.toString().replace(/ +$/gm, "");
  return `\n${bold(`${rows.length} ${title}`)}\n${text}\n`;
}

/** Lines would break on narrow terminals, and what is copied from a table would hold them. */
const withoutBorders = Object.fromEntries(
  ["top", "bottom", "left", "right", "mid"].flatMap((side) =>
    ["", "-mid", "-left", "-right"].map((part) => [`${side}${part}`, ""]),
  ),
);
