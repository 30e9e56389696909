import { descendantsOf, type BinaryExpr, type Expr } from "../ast";
import { COMPARISONS } from "../keywords";
import type { Bounds } from "./bounds";
import { boundsOf } from "./bounds-of";
import { outcomeOf } from "./comparison-outcome";
import type { Finding, SemanticQuery } from "./context";
import { nextAbove, nextBelow } from "./filtered-bounds";

/** A comparison that no data can meet: an alert with it never fires. */
export function impossibleComparison(query: SemanticQuery): readonly Finding[] {
  return comparisonsThat(query, "never").map(
    ({ operatorAt, operator, left, right }) => ({
      id: "promql/impossible-comparison",
      severity: "error",
      message: `this comparison is never true: ${described(left)} ${operator} ${described(right)}`,
      ...operatorAt,
    }),
  );
}

/**
 * A comparison that all data meet: an alert with it fires as long as there is data. What is there only under a condition
 * already, as `count(up == 0) > 0`, may be compared again.
 */
export function alwaysTrueComparison(query: SemanticQuery): readonly Finding[] {
  return comparisonsThat(query, "always")
    .filter(({ operands }) => !operands.some(isConditional))
    .map(({ operatorAt, operator, left, right }) => ({
      id: "promql/always-true-comparison",
      severity: "warning",
      message: `this comparison is always true: ${described(left)} ${operator} ${described(right)}`,
      ...operatorAt,
    }));
}

/** True for what has series only while something holds. */
function isConditional(expr: Expr): boolean {
  return descendantsOf(expr).some((node) =>
    node.kind === "binary"
      ? node.operator === "and" ||
        node.operator === "unless" ||
        (COMPARISONS.has(node.operator) && !node.bool)
      : node.kind === "call" && /^absent(?:_over_time)?$/.test(node.name),
  );
}

type BoundedComparison = Pick<BinaryExpr, "operator" | "operatorAt"> & {
  readonly left: Bounds;
  readonly right: Bounds;
  readonly operands: readonly Expr[];
};

function comparisonsThat(
  query: SemanticQuery,
  outcome: "always" | "never",
): readonly BoundedComparison[] {
  return query.nodes
    .filter((node) => node.kind === "binary" && COMPARISONS.has(node.operator))
    .filter((node) => node.kind === "binary")
    .map(({ operator, operatorAt, left, right }) => ({
      operator,
      operatorAt,
      left: boundsOf(query, left),
      right: boundsOf(query, right),
      operands: [left, right],
    }))
    .filter(
      ({ operator, left, right }) =>
        outcomeOf(operator, left, right) === outcome,
    );
}

function described({ min, max }: Bounds): string {
  if (min === max) return String(min);
  const low = isOpen(min) ? `more than ${nextBelow(min)}` : `at least ${min}`;
  const high = isOpen(max) ? `less than ${nextAbove(max)}` : `at most ${max}`;
  if (min === -Infinity) return max === Infinity ? "any value" : high;
  if (max === Infinity) return low;
  return isOpen(min) || isOpen(max) ? `${low} and ${high}` : `${min} to ${max}`;
}

/** True for an end that people would write as the number next to it: more than 0, less than 100. */
function isOpen(end: number): boolean {
  const length = String(end).length;
  return [nextAbove(end), nextBelow(end)].some(
    (next) => String(next).length + 3 < length,
  );
}
