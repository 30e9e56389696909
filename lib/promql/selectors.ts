import type { SyntaxNode } from "@lezer/common";
import type { Matcher } from "../model/matcher";
import {
  nodeText,
  nodesNamed,
  parsePromql,
  writtenText,
  type ParsedQuery,
} from "./parse";
import { stringValue } from "./strings";

/** One label matcher as it stands in a query. */
export interface SelectorMatcher extends Matcher {
  readonly from: number;
  readonly to: number;
}

/** One vector selector of a query; `from` and `to` enclose name and braces, not range or offset. */
export interface Selector {
  /** The metric name, written in front of the braces or inside; absent when a pattern or nothing says it. */
  readonly metric?: string;
  /** All matchers in the order written, the metric name excepted. */
  readonly matchers: readonly SelectorMatcher[];
  /** The text between the brackets of a range selector, as written: `5m`, `$__rate_interval`. */
  readonly range?: string;
  readonly from: number;
  readonly to: number;
  readonly node: SyntaxNode;
}

const METRIC_NAME = "__name__";

/** The vector selectors of a query, in the order of the text; of a query with syntax errors, those that can be read. */
export function selectorsOf(expr: string): readonly Selector[] {
  const parsed = parsePromql(expr);
  return nodesNamed(parsed.tree, "VectorSelector").map((node) =>
    selectorAt(parsed, node),
  );
}

/** The metric names that a query reads, each once, in the order of the text. */
export function metricNamesOf(expr: string): readonly string[] {
  const names = selectorsOf(expr).flatMap(({ metric }) => metric ?? []);
  return [...new Set(names)];
}

/** The labels that matchers and label lists of a query name, each once. */
export function labelNamesOf(expr: string): readonly string[] {
  const parsed = parsePromql(expr);
  const inMatchers = selectorsOf(expr).flatMap(({ matchers }) =>
    matchers.map(({ label }) => label),
  );
  const inLists = nodesNamed(parsed.tree, "GroupingLabels").flatMap((list) =>
    labelsInList(parsed, list),
  );
  return [...new Set([...inMatchers, ...inLists])];
}

/** Reads the selector at a `VectorSelector` node. */
export function selectorAt(parsed: ParsedQuery, node: SyntaxNode): Selector {
  const identifier = node.getChild("Identifier");
  const all = matchersAt(parsed, node);
  const named = all.find(
    ({ label, match }) => label === METRIC_NAME && match === "=",
  );
  const metric = identifier ? writtenText(parsed, identifier) : named?.value;
  const range = rangeOf(parsed, node);
  return {
    ...(metric === undefined ? {} : { metric }),
    matchers: all.filter((matcher) => matcher !== named),
    ...(range === undefined ? {} : { range }),
    from: node.from,
    to: node.to,
    node,
  };
}

/** Every matcher of a selector, a quoted metric name as a matcher of `__name__`. */
export function matchersAt(
  parsed: ParsedQuery,
  selector: SyntaxNode,
): readonly SelectorMatcher[] {
  const list = selector.getChild("LabelMatchers");
  const matchers: SelectorMatcher[] = [];
  for (let item = list?.firstChild; item; item = item.nextSibling) {
    const { from, to } = item;
    if (item.name === "QuotedLabelName") {
      matchers.push({
        label: METRIC_NAME,
        match: "=",
        value: unquoted(parsed, item),
        from,
        to,
      });
    } else if (
      item.name === "UnquotedLabelMatcher" ||
      item.name === "QuotedLabelMatcher"
    ) {
      const name =
        item.getChild("LabelName") ?? item.getChild("QuotedLabelName");
      const operator = item.getChild("MatchOp");
      const value = item.getChild("StringLiteral");
      if (name && operator && value) {
        matchers.push({
          label: labelText(parsed, name),
          match: matchOperator(nodeText(parsed, operator)),
          value: unquoted(parsed, value),
          from,
          to,
        });
      }
    }
  }
  return matchers;
}

/** The labels in the parentheses of `by`, `without`, `on`, `ignoring`, `group_left` or `group_right`. */
export function labelsInList(
  parsed: ParsedQuery,
  list: SyntaxNode,
): readonly string[] {
  const labels: string[] = [];
  for (let item = list.firstChild; item; item = item.nextSibling) {
    if (item.name === "LabelName" || item.name === "QuotedLabelName") {
      labels.push(labelText(parsed, item));
    }
  }
  return labels;
}

function rangeOf(
  parsed: ParsedQuery,
  selector: SyntaxNode,
): string | undefined {
  let outer = selector.parent;
  while (outer?.name === "ParenExpr") {
    outer = outer.parent;
  }
  const duration =
    outer?.name === "MatrixSelector" ? outer.getChild("DurationExpr") : null;
  return duration ? writtenText(parsed, duration) : undefined;
}

function labelText(parsed: ParsedQuery, node: SyntaxNode): string {
  return node.name === "QuotedLabelName"
    ? unquoted(parsed, node)
    : writtenText(parsed, node);
}

/** Values are those of the query as written: a variable in a value stays readable. */
function unquoted(parsed: ParsedQuery, node: SyntaxNode): string {
  const written = writtenText(parsed, node);
  const read = stringValue(written);
  return "value" in read ? read.value : written.slice(1, -1);
}

function matchOperator(text: string): Matcher["match"] {
  return text === "=~" || text === "!~" || text === "!=" ? text : "=";
}
