import Table from "cli-table3";
import { createColors } from "picocolors";

/** Rows below a head; numbers stand on the right. */
export interface TextTable {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

export interface TextTableLook {
  readonly isColored: boolean;
  /** How wide it may be: cells of the widest columns are wrapped. @default - as wide as it is */
  readonly columns?: number;
}

/** A table for a terminal: an empty line, how many rows there are of what, the head and the rows. */
export function tableText(
  { title, head, rows }: TextTable,
  { isColored, columns }: TextTableLook,
): string {
  const { bold } = createColors(isColored);
  const table = new Table({
    head: head.map((name) => bold(name)),
    style: { head: [], border: [], compact: true },
    chars: withoutBorders,
    ...(columns === undefined
      ? {}
      : {
          colWidths: columnWidths([head, ...rows], columns),
          wordWrap: true,
          wrapOnWordBoundary: false,
        }),
    colAligns: head.map((_, column) =>
      rows.every((row) => typeof row[column] === "number") ? "right" : "left",
    ),
  });
  table.push(...rows.map((row) => [...row]));
  const text = table.toString().replace(/ +$/gm, "");
  return `\n${bold(`${rows.length} ${title}`)}\n${text}\n`;
}

/** With a space on both sides, and a line between two columns. The widest get narrower until all fit. */
function columnWidths(
  rows: readonly (readonly (string | number)[])[],
  columns: number,
): number[] {
  const widths = (rows[0] ?? []).map(
    (_, column) =>
      2 + Math.max(...rows.map((row) => String(row[column] ?? "").length)),
  );
  const total = (): number =>
    widths.reduce((sum, width) => sum + width, widths.length - 1);
  for (let excess = total() - columns; excess > 0; excess -= 1) {
    const widest = Math.max(...widths);
    // Narrower than this, nobody can read it.
    if (widest <= 6) break;
    widths[widths.indexOf(widest)] = widest - 1;
  }
  return widths;
}

/** Lines would break on narrow terminals, and what is copied from a table would hold them. */
const withoutBorders = Object.fromEntries(
  ["top", "bottom", "left", "right", "mid"].flatMap((side) =>
    ["", "-mid", "-left", "-right"].map((part) => [`${side}${part}`, ""]),
  ),
);
