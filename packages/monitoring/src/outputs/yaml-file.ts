import { dump } from "js-yaml";

/** A file of configuration, ready to be written. */
export interface RenderedFile {
  /** Relative, with `/`: `rules/shop.yml`. */
  readonly path: string;
  readonly content: string;
}

/** What a configuration file can hold; `undefined` leaves a key out. */
export type YamlValue =
  | string
  | number
  | boolean
  | undefined
  | Commented
  | readonly YamlValue[]
  | { readonly [key: string]: YamlValue };

/** A value with a comment on the lines before it. */
export class Commented {
  constructor(
    readonly value: YamlValue,
    readonly comment: readonly string[],
  ) {}
}

/**
 * `value` as a YAML file that opens with `heading`. Strings that the YAML 1.1 parsers of Prometheus and Alertmanager
 * would take for something else (`on`, `09:00`) are quoted; long lines stay whole. The same value gives the same bytes.
 */
export function yamlFile(
  path: string,
  heading: readonly string[],
  value: YamlValue,
): RenderedFile {
  const comments: (readonly string[])[] = [];
  const text = dump(withPlaceholders(value, comments), {
    lineWidth: -1,
    noRefs: true,
  });
  const title = heading.map((line) => `${commentLine(line)}\n`).join("");
  return {
    path,
    content: `${title}${title && "\n"}${withComments(text, comments)}`,
  };
}

/** Starts a placeholder: a character for private use, which no configuration has a reason to hold. */
const MARK = "\uE000";

/**
 * `value` for a library that cannot write comments: each becomes an item or a key of its own, the number of the comment
 * in `comments`, before what it is about.
 */
function withPlaceholders(
  value: YamlValue,
  comments: (readonly string[])[],
): unknown {
  const placeholder = (comment: readonly string[]): string =>
    `${MARK}${comments.push(comment) - 1}`;
  if (value instanceof Commented)
    return withPlaceholders(value.value, comments);
  if (isList(value))
    return value.flatMap((item) => [
      ...(isCommented(item) ? [placeholder(item.comment)] : []),
      withPlaceholders(item, comments),
    ]);
  if (typeof value !== "object") return value;
  const map: Record<string, unknown> = {};
  for (const [key, entry] of Object.entries(value)) {
    if (entry === undefined) continue;
    if (isCommented(entry)) map[placeholder(entry.comment)] = null;
    map[key] = withPlaceholders(entry, comments);
  }
  return map;
}

/** `text` with each line that is nothing but a placeholder replaced by its comment. */
function withComments(
  text: string,
  comments: readonly (readonly string[])[],
): string {
  if (comments.length === 0) return text;
  const line = new RegExp(`^((?: |[-?:] )*)${MARK}(\\d+)(: null)?$`, "gm");
  return text.replace(
    line,
    (_line, before: string, index: string, isKey?: string) => {
      const start = isKey ? before : before.slice(0, -"- ".length);
      return (comments[Number(index)] ?? [])
        .map(
          (comment, nth) =>
            `${nth === 0 ? start : " ".repeat(start.length)}${commentLine(comment)}`,
        )
        .join("\n");
    },
  );
}

function isCommented(value: YamlValue): value is Commented {
  return value instanceof Commented && value.comment.length > 0;
}

function isList(value: YamlValue): value is readonly YamlValue[] {
  return Array.isArray(value);
}

function commentLine(text: string): string {
  return `# ${text.replaceAll(/\s+/g, " ")}`;
}
