/** A piece of TypeScript that stands in a literal as it is: the name of a constant, a call. */
export class Code {
  constructor(readonly text: string) {}
}

/** What can be printed as a literal; `undefined` leaves a key out. */
export type SourceValue =
  | string
  | number
  | boolean
  | undefined
  | Code
  | readonly SourceValue[]
  | { readonly [key: string]: SourceValue };

/**
 * `value` as a literal of TypeScript, to be formatted. Text of several lines becomes a template literal, so that it reads
 * as it will be written; the same value gives the same text.
 */
export function printed(value: SourceValue): string {
  if (value instanceof Code) return value.text;
  if (typeof value === "string") return printedText(value);
  if (typeof value === "number") return printedNumber(value);
  if (typeof value !== "object") return String(value);
  if (isList(value)) return `[${value.map(printed).join(", ")}]`;
  const entries = Object.entries(value).filter(
    ([, entry]) => entry !== undefined,
  );
  // An empty literal is one word for every formatter.
  if (entries.length === 0) return "{}";
  return `{ ${entries.map(([key, entry]) => printedEntry(key, entry)).join(", ")} }`;
}

/** A call with printed arguments; those left out at the end are not printed. */
export function call(name: string, ...args: readonly SourceValue[]): Code {
  return new Code(`${name}(${args.map(printed).join(", ")})`);
}

/** `import type { A, B } from "…";`, names in order, each once. */
export function importLine(
  names: readonly string[],
  from: string,
  kind: "type" | "value" = "type",
): string {
  const sorted = [...new Set(names)].sort();
  return `import ${kind === "type" ? "type " : ""}{ ${sorted.join(", ")} } from "${from}";`;
}

/** A comment above a declaration. Text that would end the comment is broken apart. */
export function docComment(text: string): string {
  const lines = text.replaceAll("*/", "* /").split("\n");
  return lines.length === 1
    ? `/** ${lines[0]} */`
    : ["/**", ...lines.map((line) => ` * ${line}`), " */"].join("\n");
}

const reserved = new Set(
  (
    "arguments await break case catch class const continue debugger default delete do else enum eval export extends " +
    "false finally for function if implements import in instanceof interface let new null package private protected " +
    "public return static super switch this throw true try typeof undefined var void while with yield"
  ).split(" "),
);

/**
 * A name for a constant that says `text`: `High error rate` becomes `highErrorRate`. Names in `taken` are not given
 * again: the second one ends in 2. The new name is added to `taken`.
 */
export function constantName(
  text: string,
  taken: Set<string> = new Set(),
): string {
  const words = text.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  const camel = words
    .map((word, index) =>
      index === 0
        ? lowerFirst(word)
        : `${word.charAt(0).toUpperCase()}${word.slice(1)}`,
    )
    .join("");
  const legal = /^[A-Za-z_]/.test(camel) ? camel : `_${camel}`;
  const base = reserved.has(legal) ? `${legal}_` : legal;
  let name = base;
  for (let count = 2; taken.has(name); count += 1) name = `${base}${count}`;
  taken.add(name);
  return name;
}

/** `URLCheck` becomes `urlCheck`, `Slack` becomes `slack`. */
function lowerFirst(word: string): string {
  return word.replace(/^[A-Z]+(?![a-z])|^[A-Z]/, (capitals) =>
    capitals.toLowerCase(),
  );
}

function isList(value: SourceValue): value is readonly SourceValue[] {
  return Array.isArray(value);
}

function printedEntry(key: string, value: SourceValue): string {
  const name = /^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key);
  // `__proto__: x` would set the prototype; in brackets it is a key like any other.
  if (key === "__proto__") return `["__proto__"]: ${printed(value)}`;
  if (value instanceof Code && value.text === key) return key;
  return `${name}: ${printed(value)}`;
}

function printedText(text: string): string {
  // A carriage return in a template literal is read as a line feed.
  if (!text.includes("\n") || text.includes("\r")) return JSON.stringify(text);
  const escaped = text.replace(/[\\`]|\$(?=\{)/g, (sign) => `\\${sign}`);
  return `\`${escaped}\``;
}

function printedNumber(value: number): string {
  if (Number.isNaN(value)) return "Number.NaN";
  if (Number.isFinite(value)) return Object.is(value, -0) ? "-0" : `${value}`;
  return value > 0 ? "Number.POSITIVE_INFINITY" : "Number.NEGATIVE_INFINITY";
}
