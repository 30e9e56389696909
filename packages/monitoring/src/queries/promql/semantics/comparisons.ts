import type { BinaryExpr } from "../ast";
import { COMPARISONS } from "../keywords";
import type { Bounds } from "./bounds";
import { boundsOf } from "./bounds-of";
import { outcomeOf } from "./comparison-outcome";
import type { Finding, SemanticQuery } from "./context";

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

/** A comparison that all data meet: an alert with it fires as long as there is data. */
export function alwaysTrueComparison(query: SemanticQuery): readonly Finding[] {
  return comparisonsThat(query, "always").map(
    ({ operatorAt, operator, left, right }) => ({
      id: "promql/always-true-comparison",
      severity: "warning",
      message: `this comparison is always true: ${described(left)} ${operator} ${described(right)}`,
      ...operatorAt,
    }),
  );
}

type BoundedComparison = Pick<BinaryExpr, "operator" | "operatorAt"> & {
  readonly left: Bounds;
  readonly right: Bounds;
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
    }))
    .filter(
      ({ operator, left, right }) =>
        outcomeOf(operator, left, right) === outcome,
    );
}

function described({ min, max }: Bounds): string {
  if (min === max) {
    return String(min);
  }
  if (min === -Infinity) {
    return max === Infinity ? "any value" : `at most ${max}`;
  }
  return max === Infinity ? `at least ${min}` : `${min} to ${max}`;
}
