import {
  aggregated,
  withoutParens,
  type BinaryExpr,
  type Expr,
} from "../../queries/promql/ast";
import { COMPARISONS } from "../../queries/promql/keywords";
import type { QueryRule } from "./query-rule";

/** What makes an alert fire always, never, or for itself. */
export const alertRules: readonly QueryRule[] = [
  {
    id: "promql/alert-without-condition",
    severity: "error",
    title: "An alert that fires for every series, whatever its value",
    fix: "give the rule a condition, or compare in its expression",
    problems: ({ owner }, { ast }) =>
      owner.kind === "alert" &&
      owner.alert.condition === undefined &&
      comparisonIn(ast) === undefined &&
      !isAbsent(ast) &&
      !(ast.kind === "call" && ast.name === "vector")
        ? [
            {
              message:
                "nothing is compared, so it fires as long as there is a series",
              from: ast.from,
              to: ast.to,
            },
          ]
        : [],
  },
  {
    id: "promql/condition-twice",
    severity: "error",
    title: "An alert that compares in its query and in its condition",
    fix: "leave the comparison to the condition: the query is then never empty, and Grafana tells good from no data",
    problems: ({ owner }, { ast }) => {
      if (owner.kind !== "alert" || owner.alert.condition === undefined)
        return [];
      const inner = withoutParens(ast);
      return inner.kind === "binary" &&
        COMPARISONS.has(inner.operator) &&
        !inner.bool
        ? [
            {
              message: `the query is empty unless ${inner.operator} holds, and the condition ${owner.alert.condition.is} ${owner.alert.condition.value} compares once more`,
              from: inner.operatorAt.from,
              to: inner.operatorAt.to,
            },
          ]
        : [];
    },
  },
  {
    id: "promql/alert-counts-itself",
    severity: "error",
    title: "An alert on alerts that counts itself",
    fix: 'leave it out: ALERTS{alertname!~"…"}',
    problems: ({ owner }, { nodes }) =>
      owner.kind !== "alert"
        ? []
        : nodes.flatMap((node) =>
            node.kind === "selector" &&
            node.metric === "ALERTS" &&
            !node.matchers.some(({ label }) => label === "alertname")
              ? [
                  {
                    message: `once it fires, ${owner.alert.alert} is one of the alerts that it counts, and so are alerts that always fire`,
                    from: node.from,
                    to: node.to,
                  },
                ]
              : [],
          ),
  },
];

function comparisonIn(expr: Expr): BinaryExpr | undefined {
  const inner = withoutParens(expr);
  // Neither labels nor sums undo what a comparison has filtered.
  const below =
    inner.kind === "aggregation"
      ? aggregated(inner)
      : inner.kind === "call" && /^(?:label_|sort)/.test(inner.name)
        ? inner.args[0]
        : undefined;
  if (below !== undefined) return comparisonIn(below);
  if (inner.kind !== "binary") return undefined;
  if (COMPARISONS.has(inner.operator)) return inner;
  return /^(?:and|or|unless)$/.test(inner.operator)
    ? (comparisonIn(inner.left) ?? comparisonIn(inner.right))
    : undefined;
}

function isAbsent(expr: Expr): boolean {
  const inner = withoutParens(expr);
  if (inner.kind === "call") return /^absent(?:_over_time)?$/.test(inner.name);
  return inner.kind === "binary" && inner.operator === "or"
    ? isAbsent(inner.left) && isAbsent(inner.right)
    : false;
}
