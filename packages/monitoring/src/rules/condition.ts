import { outermostOperator } from "../queries/logql/check";
import type { AlertRule, Condition, DatabaseSource } from "../model/alert-rule";
import { parsePromql } from "../queries/promql/parse";

/** The query of an alert that a rule file can hold. */
type FiledQuery = Pick<AlertRule, "expr" | "condition"> & {
  readonly datasource?: Exclude<AlertRule["datasource"], DatabaseSource>;
};

/** Operators that bind no tighter than a comparison, in both languages. */
const looseOperators = new Set([
  "and",
  "or",
  "unless",
  "==",
  "!=",
  ">",
  ">=",
  "<",
  "<=",
]);

/**
 * The query of an alert with its condition: `expr > 0.05`. Parentheses are added only where the comparison would bind
 * to a part of the query, or be lost in a comment.
 */
export function conditionExpr({
  expr,
  condition,
  datasource = "prometheus",
}: FiledQuery): string {
  if (condition === undefined) return expr;
  const comparison = comparisonText(condition);
  if (expr.includes("#")) return `(\n${expr}\n)${comparison}`;
  const outermost =
    datasource === "loki"
      ? outermostOperator(expr)
      : outermostPromqlOperator(expr);
  return looseOperators.has(outermost ?? "")
    ? `(${expr})${comparison}`
    : `${expr}${comparison}`;
}

function comparisonText({ is, value }: Condition): string {
  return ` ${is} ${numberText(value)}`;
}

/** A number as both languages read it. Throws on NaN, with which nothing compares. */
function numberText(value: number): string {
  if (Number.isNaN(value)) {
    throw new Error("a condition must compare with a number, got NaN");
  }
  if (!Number.isFinite(value)) return value > 0 ? "+Inf" : "-Inf";
  return String(value);
}

function outermostPromqlOperator(expr: string): string | undefined {
  const tree = parsePromql(expr).ast;
  return tree?.kind === "binary" ? tree.operator : undefined;
}
