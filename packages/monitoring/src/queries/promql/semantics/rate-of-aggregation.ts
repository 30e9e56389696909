import { descendantsOf, withoutParens, type Expr } from "../ast";
import type { Finding, SemanticQuery } from "./context";

const COUNTERS_ONLY = new Set(["rate", "irate", "increase"]);

/** A rate of summed counters: when one of them restarts, the sum falls, and the rate takes all that is left for new. */
export function rateOfAggregation(query: SemanticQuery): readonly Finding[] {
  return query.nodes.flatMap((node): readonly Finding[] => {
    const range =
      node.kind === "call" && COUNTERS_ONLY.has(node.name)
        ? node.args[0]
        : undefined;
    const inner = range && subqueried(range);
    if (
      !inner ||
      node.kind !== "call" ||
      !descendantsOf(inner).some(({ kind }) => kind === "aggregation")
    ) {
      return [];
    }
    return [
      {
        id: "promql/rate-of-aggregation",
        severity: "error",
        message: `${node.name} over an aggregation sees no restart of a single counter; aggregate the rates instead, as in sum(${node.name}(…[5m]))`,
        from: node.from,
        to: node.to,
      },
    ];
  });
}

function subqueried(range: Expr): Expr | undefined {
  let inner = withoutParens(range);
  while (inner.kind === "offset" || inner.kind === "at") {
    inner = inner.expr;
  }
  return inner.kind === "subquery" ? inner.expr : undefined;
}
