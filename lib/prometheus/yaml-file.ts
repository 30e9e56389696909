import { Document, Scalar, YAMLMap, YAMLSeq, type Node } from "yaml";

/** A file of configuration, ready to be written. */
export interface RenderedFile {
  /** Relative, with `/`: `rules/ecommerce.yml`. */
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
  const document = new Document(null, { version: "1.1" });
  const contents = nodeOf(document, value);
  document.contents = contents;
  document.commentBefore = commentText(heading);
  return {
    path,
    content: document.toString({ lineWidth: 0, directives: false }),
  };
}

function nodeOf(document: Document, value: YamlValue): Node {
  if (value instanceof Commented) {
    const node = nodeOf(document, value.value);
    node.commentBefore = commentText(value.comment);
    return node;
  }
  if (isList(value)) {
    const list = new YAMLSeq<Node>(document.schema);
    list.items = value.map((item) => nodeOf(document, item));
    list.flow = list.items.length === 0;
    return list;
  }
  if (typeof value === "object") {
    const map = new YAMLMap<Node, Node>(document.schema);
    for (const [key, entry] of Object.entries(value)) {
      if (entry === undefined) continue;
      const keyNode = new Scalar(key);
      const node = nodeOf(document, entry);
      // A comment before a nested list or map would be printed after its key.
      if (node.commentBefore) {
        keyNode.commentBefore = node.commentBefore;
        node.commentBefore = null;
      }
      map.items.push(document.createPair(keyNode, node));
    }
    map.flow = map.items.length === 0;
    return map;
  }
  return new Scalar(value);
}

function isList(value: YamlValue): value is readonly YamlValue[] {
  return Array.isArray(value);
}

function commentText(lines: readonly string[]): string | null {
  return lines.length === 0
    ? null
    : lines.map((line) => ` ${line.replaceAll(/\s+/g, " ")}`).join("\n");
}
