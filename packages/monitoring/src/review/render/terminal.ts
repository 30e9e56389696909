import Table from "cli-table3";
import pc from "picocolors";
import type { Item, Review } from "../review-model";
import { counted, type Part, type Text } from "../text";

export interface TerminalProps {
  readonly isColored: boolean;
}

type Colors = ReturnType<typeof pc.createColors>;

/** The review for a terminal: a table of what changes, the dangers, and then everything in order. */
export function terminal(review: Review, { isColored }: TerminalProps): string {
  const colors = pc.createColors(isColored);
  const { environments, dangers, sections } = review;
  const title = colors.bold(
    `Monitoring review of ${environments.map(printable).join(", ")}`,
  );
  if (dangers.length === 0 && sections.length === 0)
    return `${title}\nno changes\n`;
  const place = (within: readonly string[]): string =>
    environments.length === 1 || within.length === environments.length
      ? ""
      : colors.dim(` (${within.map(printable).join(", ")})`);
  const lines = [
    title,
    overview(review, isColored),
    ...(dangers.length === 0
      ? []
      : [
          "",
          colors.red(colors.bold(counted(dangers.length, "danger"))),
          ...dangers.flatMap(({ text, action, environments: within }) => [
            `${colors.red("!")} ${render(text, colors)}${place(within)}`,
            `  ${colors.dim("to do:")} ${render(action, colors)}`,
          ]),
        ]),
    ...sections.flatMap(({ title: heading, entries }) => [
      "",
      colors.bold(heading),
      ...entries.flatMap((entry) => {
        const [first = "", ...rest] = itemLines(entry, 0, colors);
        return [`${first}${place(entry.environments)}`, ...rest];
      }),
    ]),
  ];
  return `${lines.join("\n")}\n`;
}

function overview({ sections, dangers }: Review, isColored: boolean): string {
  const table = new Table({
    head: ["", "added", "removed", "changed"],
    style: isColored
      ? { compact: true }
      : { compact: true, head: [], border: [] },
    colAligns: ["left", "right", "right", "right"],
  });
  for (const { title, entries } of sections) {
    const count = (...kinds: readonly Item["change"][]): number =>
      entries.filter(({ change }) => kinds.includes(change)).length;
    table.push([
      title,
      count("added"),
      count("removed"),
      count("changed", "replaced", "note"),
    ]);
  }
  table.push([
    "Dangers",
    { colSpan: 3, content: String(dangers.length), hAlign: "right" },
  ]);
  return table.toString();
}

function itemLines(
  { change, text, items }: Item,
  depth: number,
  colors: Colors,
): readonly string[] {
  const sign = {
    added: colors.green("+"),
    removed: colors.red("-"),
    changed: colors.yellow("~"),
    replaced: colors.magenta("±"),
    note: colors.dim("·"),
  }[change];
  return [
    `${"  ".repeat(depth)}${sign} ${render(text, colors)}`,
    ...items.flatMap((item) => itemLines(item, depth + 1, colors)),
  ];
}

function render(text: Text, colors: Colors): string {
  return text.map((part) => renderPart(part, colors)).join("");
}

function renderPart(part: Part, colors: Colors): string {
  if (typeof part === "string") return part;
  if ("value" in part) return colors.cyan(`"${printable(part.value)}"`);
  return part.diff
    .map(({ kind, text }) => {
      const piece = printable(text);
      if (kind === "same") return piece;
      if (!colors.isColorSupported)
        return kind === "removed" ? `[-${piece}-]` : `{+${piece}+}`;
      return kind === "removed"
        ? colors.red(colors.strikethrough(piece))
        : colors.green(piece);
    })
    .join("");
}

/** Without control characters, with which a title could move the cursor. */
function printable(value: string): string {
  return value.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, "�");
}
