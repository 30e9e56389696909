import {
  descendantsOf,
  type Aggregation,
  type Call,
  type Expr,
  type SelectorMatcher,
  type Span,
  type VectorSelector,
} from "./ast";
import { parsePromql } from "./parse";

/** One vector selector of a query; `from` and `to` enclose name and braces, not range or offset. */
export interface Selector extends Span {
  /** The metric name, in front of the braces or inside; absent when a pattern or nothing says it. */
  readonly metric?: string;
  /** All matchers in the order written, the metric name excepted. */
  readonly matchers: readonly SelectorMatcher[];
  /** The text between the brackets of a range selector, as written: `5m`, `$__rate_interval`. */
  readonly range?: string;
}

/** The vector selectors of a query, in the order of the text; none when the query has a syntax error. */
export function selectorsOf(expr: string): readonly Selector[] {
  const nodes = nodesOf(expr);
  const ranges = new Map<Expr, string>();
  for (const node of nodes) {
    if (node.kind === "range") {
      ranges.set(rangedSelector(node.expr), node.range.written);
    }
  }
  return nodes
    .filter((node) => node.kind === "selector")
    .map((node) => {
      const { metric, matchers, from, to } = node;
      const range = ranges.get(node);
      return {
        ...(metric === undefined ? {} : { metric }),
        matchers: matchers.filter((matcher) => !namesMetric(node, matcher)),
        ...(range === undefined ? {} : { range }),
        from,
        to,
      };
    });
}

/** The metric names that a query reads, each once, in the order of the text. */
export function metricNamesOf(expr: string): readonly string[] {
  return [...new Set(selectorsOf(expr).flatMap(({ metric }) => metric ?? []))];
}

/** The labels that matchers and label lists of a query name, each once. */
export function labelNamesOf(expr: string): readonly string[] {
  const inMatchers = selectorsOf(expr).flatMap(({ matchers }) =>
    matchers.map(({ label }) => label),
  );
  const inLists = nodesOf(expr).flatMap((node) => {
    if (node.kind === "aggregation") {
      return node.grouping?.labels ?? [];
    }
    return node.kind === "binary"
      ? [
          ...(node.matching?.list.labels ?? []),
          ...(node.matching?.group?.list?.labels ?? []),
        ]
      : [];
  });
  return [...new Set([...inMatchers, ...inLists])];
}

/** The aggregations of a query, outer before inner. */
export function aggregationsOf(expr: string): readonly Aggregation[] {
  return nodesOf(expr).filter((node) => node.kind === "aggregation");
}

/** The function calls of a query, outer before inner. */
export function callsOf(expr: string): readonly Call[] {
  return nodesOf(expr).filter((node) => node.kind === "call");
}

/** True for the matcher inside the braces that says the metric's name. */
export function namesMetric(
  selector: VectorSelector,
  { label, match, value }: SelectorMatcher,
): boolean {
  return (
    label === "__name__" &&
    match === "=" &&
    value === selector.metric &&
    !selector.name
  );
}

function nodesOf(expr: string): readonly Expr[] {
  const { ast } = parsePromql(expr);
  return ast ? descendantsOf(ast) : [];
}

/** The selector under the modifiers that may stand between it and its range. */
function rangedSelector(expr: Expr): Expr {
  return expr.kind === "anchored" || expr.kind === "smoothed"
    ? rangedSelector(expr.expr)
    : expr;
}
