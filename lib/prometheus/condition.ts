import { createRequire } from "node:module";
import type { LRParser } from "@lezer/lr";
import type { AlertRule, Condition, DatabaseSource } from "../model/alert-rule";
import { promqlTree } from "../promql/parse";

/** Grafana's grammar of LogQL comes as a module only in its types, which a CommonJS project cannot import. */
const logql: unknown = createRequire(__filename)("@grafana/lezer-logql");
const { parser } = logql as { readonly parser: LRParser };

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

/** Nodes that only wrap the outermost operation in LogQL's tree. */
const wrappers = new Set(["LogQL", "Expr", "MetricExpr"]);

/**
 * The query of an alert with its condition: `expr > 0.05`. Parentheses are added only where the comparison would bind
 * to a part of the query, or be lost in a comment. Throws where PromQL does not parse.
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
      ? outermostLogqlOperator(expr)
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
  const tree = promqlTree(expr);
  return tree.kind === "binary" ? tree.operator : undefined;
}

function outermostLogqlOperator(expr: string): string | undefined {
  let node = parser.parse(expr).topNode;
  while (wrappers.has(node.name) && node.firstChild !== null) {
    node = node.firstChild;
  }
  if (node.name !== "BinOpExpr") return undefined;
  const operator = node.firstChild?.nextSibling;
  return operator
    ? expr.slice(operator.from, operator.to).toLowerCase()
    : undefined;
}
