import { boundsOf } from "./bounds-of";
import type { Finding, SemanticQuery } from "./context";

/** A division by something that is always zero. */
export function divisionByZero(query: SemanticQuery): readonly Finding[] {
  return query.nodes.flatMap((node): readonly Finding[] => {
    if (
      node.kind !== "binary" ||
      (node.operator !== "/" && node.operator !== "%")
    ) {
      return [];
    }
    const { min, max } = boundsOf(query, node.right);
    return min === 0 && max === 0
      ? [
          {
            id: "promql/division-by-zero",
            severity: "error",
            message: `the right side of ${node.operator} is always 0, so the result is infinite or not a number`,
            from: node.right.from,
            to: node.right.to,
          },
        ]
      : [];
  });
}
