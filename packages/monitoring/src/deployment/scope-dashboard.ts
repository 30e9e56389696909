import type { Dashboard } from "../model/dashboard";
import { scopeToSystem, type ScopeMatcher } from "../queries/promql/scope";

/**
 * `dashboard` with every PromQL query, annotation and variable in it seeing only series that carry `matcher`.
 * Throws with dashboard, place and position where a query names another system.
 */
export function scopeDashboard(
  dashboard: Dashboard,
  matcher: ScopeMatcher,
): Dashboard {
  return {
    ...dashboard,
    model: scopeNode(dashboard.model, matcher, [
      `dashboard "${dashboard.uid}"`,
    ]),
  };
}

/** `asksPrometheus` is what the object around `node` asks: the query of an annotation has no datasource of its own. */
function scopeNode<Node>(
  node: Node,
  matcher: ScopeMatcher,
  path: readonly string[],
  asksPrometheus = false,
): Node {
  if (Array.isArray(node)) {
    return node.map((item: unknown, index) =>
      scopeNode(item, matcher, [...path, nameOf(item, index)], asksPrometheus),
    ) as Node;
  }
  if (typeof node !== "object" || node === null) return node;
  const fields = node as Record<string, unknown>;
  const asks =
    sourceTypeOf(fields) === undefined
      ? asksPrometheus
      : sourceTypeOf(fields) === "prometheus";
  const scoped = Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      scopeNode(value, matcher, path, asks),
    ]),
  );
  if (asks) {
    const at = (query: string): string =>
      located(path, () => scopeQuery(query, matcher));
    if (typeof fields.expr === "string") scoped.expr = at(fields.expr);
    if (fields.type === "query") {
      if (typeof fields.query === "string") scoped.query = at(fields.query);
      if (typeof fields.definition === "string")
        scoped.definition = at(fields.definition);
      const nested = fields.query as { query?: unknown } | null | undefined;
      if (typeof nested === "object" && typeof nested?.query === "string") {
        scoped.query = { ...nested, query: at(nested.query) };
      }
    }
  }
  // Tempo draws its service map from series in Prometheus.
  if (fields.queryType === "serviceMap") {
    const selector =
      typeof fields.serviceMapQuery === "string"
        ? fields.serviceMapQuery.trim()
        : "";
    scoped.serviceMapQuery =
      selector === "" || selector === "{}"
        ? `{${matcher.label}="${matcher.value}"}`
        : located(path, () => scopeQuery(selector, matcher));
  }
  return scoped as Node;
}

function sourceTypeOf(fields: Record<string, unknown>): string | undefined {
  const source = fields.datasource as { type?: unknown } | null | undefined;
  return typeof source === "object" && typeof source?.type === "string"
    ? source.type
    : undefined;
}

/** Names a panel by its title, a query by its letter, a variable or annotation by its name. */
function nameOf(item: unknown, index: number): string {
  const { title, refId, name } = (item ?? {}) as {
    title?: unknown;
    refId?: unknown;
    name?: unknown;
  };
  for (const text of [title, name, refId])
    if (typeof text === "string" && text !== "") return `"${text}"`;
  return `${index}`;
}

/** Variables ask through functions around a query: `label_values(up{job="a"}, instance)`, `query_result(…)`. */
function scopeQuery(query: string, matcher: ScopeMatcher): string {
  const call =
    /^(\s*)(label_values|query_result|label_names|metrics)\(([\s\S]*)\)(\s*)$/.exec(
      query,
    );
  if (call === null) return scopeToSystem(query, matcher);
  const [, before = "", name = "", inside = "", after = ""] = call;
  if (name === "metrics" || inside.trim() === "") return query;
  if (name === "query_result")
    return `${before}query_result(${scopeToSystem(inside, matcher)})${after}`;
  const comma = name === "label_values" ? inside.lastIndexOf(",") : -1;
  if (comma < 0) {
    const selector =
      name === "label_values"
        ? `{${matcher.label}="${matcher.value}"}, ${inside.trim()}`
        : inside;
    return `${before}${name}(${selector})${after}`;
  }
  return `${before}${name}(${scopeToSystem(inside.slice(0, comma), matcher)}${inside.slice(comma)})${after}`;
}

function located<Result>(path: readonly string[], work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw new Error(
      `${path.join(" > ")}: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  }
}
