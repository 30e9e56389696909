import Table from "cli-table3";
import type { Unexpressed } from "./import-result";

/** Items that say the same of several places, as one. */
export interface GroupedItem {
  readonly paths: readonly string[];
  readonly what: string;
  readonly why: string;
}

/** The items with those together that say the same, in the order of the first of each. */
export function groupedItems(
  items: readonly Unexpressed[],
): readonly GroupedItem[] {
  const groups = new Map<string, { paths: string[] } & GroupedItem>();
  for (const { path, what, why } of items) {
    const key = JSON.stringify([what, why]);
    const group = groups.get(key) ?? { paths: [], what, why };
    group.paths.push(path);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** Widths of the columns where, what and why. */
const widths = [42, 34, 48] as const;

/** A table of what an import lists: where, what, why. */
export function itemTable(items: readonly Unexpressed[]): string {
  const table = new Table({
    head: ["where", "what", "why"],
    style: { head: [], border: [] },
  });
  for (const { paths, what, why } of groupedItems(items)) {
    const [first = "", ...others] = paths;
    const where =
      others.length === 0 ? first : `${first} and ${others.length} more`;
    table.push(
      [where, shortened(what), why].map((text, column) =>
        wrapped(text, widths[column] ?? 40),
      ),
    );
  }
  return table.toString();
}

/** Whole dashboards and long lists would fill the screen; `--json` has all of it. */
function shortened(text: string): string {
  const longest = 300;
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

/** Lines of at most `width` characters: between words, and within those that are longer than a line. */
function wrapped(text: string, width: number): string {
  const long = new RegExp(`\\S{${width}}(?=\\S)`, "g");
  return text
    .split("\n")
    .flatMap((line) => {
      const lines: string[] = [];
      for (const word of line.replace(long, "$& ").split(" ")) {
        const last = lines.at(-1);
        if (last !== undefined && last.length + 1 + word.length <= width)
          lines[lines.length - 1] = `${last} ${word}`;
        else lines.push(word);
      }
      return lines;
    })
    .join("\n");
}
