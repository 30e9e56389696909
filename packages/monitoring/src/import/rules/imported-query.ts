import { outermostOperator } from "../../queries/logql/check";
import type { AlertRule, Condition } from "../../model/alert-rule";
import {
  descendantsOf,
  withoutParens,
  type Expr,
  type VectorSelector,
} from "../../queries/promql/ast";
import { promqlTree } from "../../queries/promql/parse";
import type { ScopeMatcher } from "../../queries/promql/scope";
import { conditionExpr } from "../../rules/condition";
import { canonicalExpr, type RuleLanguage } from "./canonical-expr";

/** A query as the model has it. */
export type ImportedQuery = Pick<AlertRule, "expr" | "condition">;

const comparisons = new Set<string>([">", ">=", "<", "<=", "==", "!="]);

/**
 * The query without the matcher that every query of the system gets when it is built. Where only some selectors have it,
 * or one would be left without any matcher, the text stays as it is.
 */
export function withoutScope(expr: string, scope: ScopeMatcher): string {
  const selectors = descendantsOf(promqlTree(expr)).filter(
    (node) => node.kind === "selector",
  );
  const cuts = selectors.map((selector) => cutFrom(expr, selector, scope));
  let text = expr;
  // From the end, so that places further ahead stay right.
  for (const cut of [...cuts].reverse()) {
    if (cut === undefined) return expr;
    text = text.slice(0, cut.from) + text.slice(cut.to);
  }
  return text;
}

function cutFrom(
  expr: string,
  { matchers, braces, name }: VectorSelector,
  { label, value }: ScopeMatcher,
): { from: number; to: number } | undefined {
  const found = matchers.filter((matcher) => matcher.label === label);
  const [matcher] = found;
  if (
    matcher === undefined ||
    found.length > 1 ||
    matcher.match !== "=" ||
    matcher.value !== value ||
    braces === undefined
  )
    return undefined;
  const inside = expr.slice(braces.from + 1, braces.to - 1);
  if (inside.includes("#")) return undefined;
  if (matchers.length === 1) return name === undefined ? undefined : braces;
  const after = /^\s*,\s*/.exec(expr.slice(matcher.to, braces.to));
  if (after !== null && matchers.indexOf(matcher) < matchers.length - 1)
    return { from: matcher.from, to: matcher.to + after[0].length };
  const before = /\s*,\s*$/.exec(expr.slice(braces.from, matcher.from));
  return before === null
    ? undefined
    : { from: matcher.from - before[0].length, to: matcher.to };
}

/**
 * Splits `rate(x[5m]) > 0.5` into what is measured and the condition on it. A query that ends in no comparison with a
 * number stays whole: it fires for every series that it returns.
 */
export function splitQuery(
  expr: string,
  language: RuleLanguage,
): ImportedQuery {
  const whole = { expr };
  // A comment may stand anywhere; it stays where it is.
  if (expr.includes("#")) return whole;
  const split = language === "promql" ? splitPromql(expr) : splitLogql(expr);
  if (split === undefined) return whole;
  const rendered = conditionExpr({
    ...split,
    datasource: language === "promql" ? "prometheus" : "loki",
  });
  return canonicalExpr(rendered, language) === canonicalExpr(expr, language)
    ? split
    : whole;
}

function splitPromql(expr: string): ImportedQuery | undefined {
  const tree = promqlTree(expr);
  if (
    tree.kind !== "binary" ||
    !comparisons.has(tree.operator) ||
    tree.bool ||
    tree.matching !== undefined ||
    tree.fill
  )
    return undefined;
  const value = numberIn(tree.right);
  if (value === undefined || numberIn(tree.left) !== undefined)
    return undefined;
  const { from, to } = withoutParens(tree.left);
  return {
    expr: expr.slice(from, to),
    condition: { is: tree.operator as Condition["is"], value },
  };
}

function numberIn(expr: Expr): number | undefined {
  const bare = withoutParens(expr);
  if (bare.kind === "unary") {
    const value = numberIn(bare.expr);
    return value === undefined || bare.operator === "+" ? value : -value;
  }
  return bare.kind === "number" && Number.isFinite(bare.value)
    ? bare.value
    : undefined;
}

function splitLogql(expr: string): ImportedQuery | undefined {
  const parts = /^(.*\S)\s*(>=|<=|==|!=|>|<)\s*(-?[\d.]+(?:e-?\d+)?)\s*$/s.exec(
    expr,
  );
  const [, left = "", is = "", number = ""] = parts ?? [];
  const value = Number(number);
  if (parts === null || !Number.isFinite(value)) return undefined;
  if (outermostOperator(expr) !== is) return undefined;
  return { expr: left, condition: { is: is as Condition["is"], value } };
}
