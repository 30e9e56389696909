import { descendantsOf, type BinaryExpr, type Expr } from "../ast";
import { COMPARISONS, SET_OPERATORS } from "../keywords";
import { typeOf } from "../types";
import type { Finding, SemanticQuery } from "./context";
import { labelsOf } from "./labels-of";
import { isVariable } from "./selectors-below";
import { targetLabelsOf } from "./series";

/** A join whose "one" side may have several series for a match: the query then fails as a whole, and an alert is silent. */
export function manyToMany(query: SemanticQuery): readonly Finding[] {
  return query.nodes.flatMap((node): readonly Finding[] => {
    if (
      node.kind !== "binary" ||
      SET_OPERATORS.has(node.operator) ||
      typeOf(node.left) !== "vector" ||
      typeOf(node.right) !== "vector"
    )
      return [];
    const side = oneSides(node).find(
      ([, expr]) => distinguishing(query, node, expr).length > 0,
    );
    if (side === undefined) return [];
    const labels = distinguishing(query, node, side[1]).join(", ");
    return [
      {
        id: "promql/many-to-many",
        severity: "warning",
        message: `the ${side[0]} side of ${node.operator} must be one series for each match, but may be several that differ in ${labels}: the query then fails; match by ${labels} too, or aggregate without it`,
        ...node.operatorAt,
      },
    ];
  });
}

/** The sides that must not have two series for one match. Without `on` and `ignoring` all labels are matched. */
function oneSides({
  matching,
  left,
  right,
}: BinaryExpr): readonly (readonly ["left" | "right", Expr])[] {
  if (matching === undefined) return [];
  const sides = [
    ["left", left],
    ["right", right],
  ] as const;
  return sides.filter(([name]) => name !== matching.group?.side);
}

/** Declared labels that every series of a side has, with whatever value, and that are not matched. */
function distinguishing(
  query: SemanticQuery,
  { matching }: BinaryExpr,
  side: Expr,
): readonly string[] {
  const { list, kind, group } = matching ?? {};
  if (list === undefined || list.labels.some(isVariable) || isChosen(side))
    return [];
  const { certain, values } = labelsOf(query, side);
  const ofTargets = targetLabelsOf(query);
  return [...certain].filter(
    (label) =>
      list.labels.includes(label) !== (kind === "on") &&
      !values.has(label) &&
      !ofTargets.includes(label) &&
      // What is copied to the other side is there once, or there would be nothing to copy.
      group?.list?.labels.includes(label) !== true,
  );
}

/** True for what leaves one series of many by its value, and for what describes a target: `build_info`. */
function isChosen(expr: Expr): boolean {
  return descendantsOf(expr).some((node) => {
    if (node.kind === "binary")
      return (
        node.operator === "and" ||
        node.operator === "unless" ||
        (COMPARISONS.has(node.operator) && !node.bool)
      );
    if (node.kind === "aggregation")
      return /^(?:topk|bottomk|limitk|limit_ratio)$/.test(node.operator);
    return node.kind === "selector" && node.metric?.endsWith("_info") === true;
  });
}
