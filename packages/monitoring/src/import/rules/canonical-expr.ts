import { tokenizeLogql } from "../../queries/logql/tokens";
import {
  withoutParens,
  type DurationExpr,
  type Expr,
  type LabelList,
  type SelectorMatcher,
} from "../../queries/promql/ast";
import { promqlTree } from "../../queries/promql/parse";
import { stringValue } from "../../queries/promql/strings";
import { isMap } from "../difference";

/** Which language the queries of a file are written in. */
export type RuleLanguage = "promql" | "logql";

/**
 * A query without its spelling: two queries have the same canonical form exactly when they ask for the same.
 *
 * - PromQL: the syntax tree without positions, parentheses, comments and blanks. Numbers, text and durations by value;
 *   matchers and label lists in alphabetical order.
 * - LogQL: the tokens, without blanks and comments.
 *
 * Throws where a PromQL query does not parse.
 */
export function canonicalExpr(expr: string, language: RuleLanguage): string {
  return language === "logql"
    ? tokenizeLogql(expr)
        .tokens.map(({ text }) => text)
        .join(" ")
    : JSON.stringify(canonicalTree(promqlTree(expr), expr));
}

function canonicalTree(node: Expr, expr: string): unknown {
  const tree = (inner: Expr): unknown => canonicalTree(inner, expr);
  const bare = withoutParens(node);
  switch (bare.kind) {
    case "number":
      // JSON has neither infinity nor NaN.
      return { number: String(bare.value) };
    case "string":
      return { string: textOf(bare.written) };
    case "selector":
      return {
        selector: bare.metric ?? "",
        matchers: sorted(bare.matchers.flatMap(matcherText)),
      };
    case "range":
      return { range: length(bare.range), of: tree(bare.expr) };
    case "subquery":
      return {
        subquery: length(bare.range),
        step: bare.step && length(bare.step),
        of: tree(bare.expr),
      };
    case "offset":
      return { offset: length(bare.offset), of: tree(bare.expr) };
    case "at":
      return { at: bare.at, of: tree(bare.expr) };
    case "anchored":
    case "smoothed":
      return { [bare.kind]: tree(bare.expr) };
    case "unary":
      return { unary: bare.operator, of: tree(bare.expr) };
    case "binary":
      return {
        operator: bare.operator,
        bool: bare.bool,
        matching: bare.matching && {
          kind: bare.matching.kind,
          labels: labelsOf(bare.matching.list),
          side: bare.matching.group?.side,
          taken:
            bare.matching.group?.list && labelsOf(bare.matching.group.list),
        },
        // The tree says that there is a filler, not which.
        fill: bare.fill
          ? expr
              .slice(bare.operatorAt.to, bare.right.from)
              .replaceAll(/\s+/g, "")
          : undefined,
        left: tree(bare.left),
        right: tree(bare.right),
      };
    case "aggregation":
      return {
        aggregation: bare.operator,
        without: bare.grouping?.without,
        labels: bare.grouping && labelsOf(bare.grouping),
        of: bare.args.map(tree),
      };
    case "call":
      return { call: bare.name, of: bare.args.map(tree) };
    case "paren":
      return tree(bare.expr);
  }
}

/** A metric named inside the braces is the selector's name. */
function matcherText({ label, match, value }: SelectorMatcher): string[] {
  return label === "__name__" && match === "="
    ? []
    : [`${label}${match}${JSON.stringify(value)}`];
}

function labelsOf({ labels }: LabelList): readonly string[] {
  return sorted(labels);
}

function length({ seconds, written }: DurationExpr): string {
  return seconds === undefined ? written.replaceAll(/\s+/g, "") : `${seconds}s`;
}

function textOf(written: string): string {
  const read = stringValue(written);
  return isMap(read) && "value" in read ? read.value : written;
}

function sorted(texts: readonly string[]): readonly string[] {
  return [...texts].sort();
}
