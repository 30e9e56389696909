import type { Danger, Entry, Item, Review } from "../review-model";
import { counted, type Part, type Text } from "../text";
import { fitted, type Block, type Chapter } from "./budget";

export interface MarkdownProps {
  /** The most characters. @default 65536, which a comment on a pull request may have */
  readonly limit?: number;
  /** Where the whole review is kept. @default - a shortened one says that it is shortened, and no more */
  readonly artefactUrl?: string;
}

/** The most characters of a comment on a pull request. */
const commentLimit = 65_536;

/** What identifies the comment, so that the next review takes its place. */
const marker = "<!-- monitoring review -->\n";

/** A headline longer than this is no headline. */
const longestValue = 400;

const signs: Readonly<Record<Item["change"], string>> = {
  added: "➕ ",
  removed: "➖ ",
  changed: "✏️ ",
  replaced: "♻️ ",
  note: "",
};

/** The review as GitHub's Markdown: dangers first, never longer than the limit, whatever is in it from outside quoted. */
export function markdown(
  review: Review,
  { limit = commentLimit, artefactUrl }: MarkdownProps = {},
): string {
  const head = `${marker}## Monitoring review\n\n${summaryOf(review)}\n`;
  const link = shortenedNote(artefactUrl);
  const { text, isShortened } = fitted(
    chaptersOf(review),
    limit - head.length - link.length,
  );
  return `${head}${isShortened ? link : ""}${text}`;
}

function shortenedNote(artefactUrl: string | undefined): string {
  const reason = "Shortened to fit into a comment, from the least important";
  return artefactUrl === undefined
    ? `\n> ${reason}.\n`
    : `\n> ${reason}: [the whole review](${encodeURI(artefactUrl).replace(/[()]/g, escape)}).\n`;
}

function summaryOf({ environments, dangers, sections }: Review): string {
  const where = environments.map(quoted).join(", ");
  if (dangers.length === 0 && sections.length === 0)
    return `${where}: no changes.`;
  const counts = sections.map(
    ({ title, entries }) => `${title.toLowerCase()}: ${entries.length}`,
  );
  return [
    `${where} · **${dangers.length === 0 ? "no dangers" : counted(dangers.length, "danger")}**`,
    ...counts,
  ].join(" · ");
}

function chaptersOf({
  environments,
  dangers,
  sections,
}: Review): readonly Chapter[] {
  const placed = (text: string, within: readonly string[]): string =>
    environments.length === 1 || within.length === environments.length
      ? text
      : `${text} — ${within.map(quoted).join(", ")}`;
  return [
    ...(dangers.length === 0
      ? []
      : [
          {
            heading: "\n### ⚠️ Dangers\n\n",
            blocks: dangers.map((danger) =>
              dangerBlock(danger, (text) => placed(text, danger.environments)),
            ),
            left: (count: number) => `- and ${counted(count, "more danger")}\n`,
          },
        ]),
    ...sections.map(({ title, entries }) => ({
      heading: `\n### ${title}\n\n`,
      blocks: entries.map((entry) =>
        entryBlock(entry, (text) => placed(text, entry.environments)),
      ),
      left: (count: number) => `- and ${count} more\n`,
    })),
  ];
}

function dangerBlock(
  { text, action }: Danger,
  placed: (text: string) => string,
): Block {
  return {
    full: `- ${placed(render(text))}\n  - **to do:** ${render(action)}\n`,
    short: `- ${placed(render(text, longestValue))}\n`,
  };
}

function entryBlock(entry: Entry, placed: (text: string) => string): Block {
  const headline = (longest?: number): string =>
    `- ${signs[entry.change]}${placed(render(entry.text, longest))}\n`;
  return {
    full: headline() + entry.items.map((item) => itemLines(item, 1)).join(""),
    short: headline(longestValue),
  };
}

function itemLines({ change, text, items }: Item, depth: number): string {
  return [
    `${"  ".repeat(depth)}- ${signs[change]}${render(text)}\n`,
    ...items.map((inner) => itemLines(inner, depth + 1)),
  ].join("");
}

function render(text: Text, longest = Infinity): string {
  return text.map((part) => renderPart(part, longest)).join("");
}

function renderPart(part: Part, longest: number): string {
  if (typeof part === "string") return part;
  if ("value" in part)
    return quoted(
      part.value.length > longest
        ? `${part.value.slice(0, longest)}…`
        : part.value,
    );
  const pieces = part.diff.map(({ kind, text }) => {
    const piece = escaped(text);
    return kind === "same"
      ? piece
      : kind === "removed"
        ? `<del>${piece}</del>`
        : `<ins>${piece}</ins>`;
  });
  return `<code>${pieces.join("")}</code>`;
}

function quoted(value: string): string {
  return `<code>${escaped(value)}</code>`;
}

/** Neither HTML nor Markdown, and nobody is mentioned: GitHub leaves code alone, and a blank line would end it. */
function escaped(value: string): string {
  return value
    .replace(/[&<>"'*_`~|[\]\\#@!$(){}]/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replace(/:\/\//g, ":&#47;&#47;")
    .replace(/\r?\n/g, "<br>");
}
