import { isFields, objectOf, type JsonObject } from "../internal/json-tree";
import { queryKindOf } from "./data-sources";
import type { QueryKind } from "./query";

/** The languages of queries that are known here; other plugins have forms of their own. */
export type QueryLanguage = "promql" | "logql" | "traceql" | "sql";

/** A query in the fields of a query, a variable or an annotation. */
export interface QueryText {
  /** The fields that lead to it. */
  readonly at: readonly string[];
  readonly language: QueryLanguage;
  /** As it is written; of a variable with the function around it. May be empty. */
  readonly text: string;
}

const languages: Readonly<Record<QueryKind, QueryLanguage | undefined>> = {
  prometheus: "promql",
  loki: "logql",
  tempo: "traceql",
  jaeger: undefined,
  sql: "sql",
};

/** Where queries for people stand, whatever plugin reads them, the likeliest first. */
export const queryFields = ["expr", "query", "rawSql", "expression"] as const;

/** The plugin of the datasource that something names by itself. */
export function pluginOf({ datasource }: JsonObject): string | undefined {
  const { type } = objectOf(datasource);
  return typeof type === "string" ? type : undefined;
}

/** The queries that stand in `fields` themselves, which ask a datasource of `plugin`. */
export function queryTextsOf(
  fields: JsonObject,
  plugin: string | undefined = pluginOf(fields),
): readonly QueryText[] {
  const kind = queryKindOf(plugin);
  const language = kind && languages[kind];
  const texts: QueryText[] = [];
  const add = (as: QueryLanguage | undefined, ...at: readonly string[]) => {
    const text = at.reduce<unknown>(
      (value, name) => objectOf(value)[name],
      fields,
    );
    if (as !== undefined && typeof text === "string")
      texts.push({ at, language: as, text });
  };
  if (fields.queryType === "serviceMap") {
    // Tempo draws its map of services from series in Prometheus; without a selector from all of them.
    if (typeof fields.serviceMapQuery !== "string")
      texts.push({ at: ["serviceMapQuery"], language: "promql", text: "" });
    add("promql", "serviceMapQuery");
  } else if (language === "traceql" && fields.queryType === "traceql")
    add(language, "query");
  if (language === "promql" || language === "logql") add(language, "expr");
  if (language === "sql") add(language, "rawSql");
  // Variables of Loki and Tempo ask for labels in forms of their own.
  if (
    fields.type === "query" &&
    (language === "promql" || language === "sql")
  ) {
    add(language, "query");
    add(language, "query", "query");
    // A copy for people.
    add(language, "definition");
  }
  return texts;
}

/**
 * A copy of `node`, a dashboard or a part of one, with every query as `change` says it; `path` names what leads there by
 * title, name or letter. What names no datasource asks that of what it stands in.
 */
export function withQueries<Node>(
  node: Node,
  change: (query: QueryText, path: readonly string[]) => string,
  path: readonly string[] = [],
  plugin?: string,
): Node {
  if (Array.isArray(node))
    return node.map((item: unknown, index) =>
      withQueries(item, change, [...path, placeOf(item, index)], plugin),
    ) as Node;
  if (!isFields(node)) return node;
  const asked = pluginOf(node) ?? plugin;
  const copy: Record<string, unknown> = Object.fromEntries(
    Object.entries(node).map(([name, value]) => [
      name,
      withQueries<unknown>(value, change, path, asked),
    ]),
  );
  for (const query of queryTextsOf(node, asked)) {
    const [first = "", inside] = query.at;
    const text = change(query, path);
    copy[first] =
      inside === undefined
        ? text
        : { ...objectOf(copy[first]), [inside]: text };
  }
  return copy as Node;
}

/** Names a panel by its title, a query by its letter, a variable or annotation by its name. */
function placeOf(item: unknown, index: number): string {
  const { title, refId, name } = objectOf(item);
  for (const text of [title, name, refId])
    if (typeof text === "string" && text !== "") return `"${text}"`;
  return `${index}`;
}
