import type { Expr } from "../ast";
import type { Finding, SemanticQuery } from "./context";
import { ancestorsOf } from "./selectors-below";

/** A query that reaches further back than data is kept: range, offset and subqueries around a selector add up. */
export function rangeBeyondRetention(query: SemanticQuery): readonly Finding[] {
  const { retentionSeconds } = query.context;
  if (retentionSeconds === undefined) {
    return [];
  }
  return query.nodes.flatMap((node): readonly Finding[] => {
    if (node.kind !== "selector") {
      return [];
    }
    const around = ancestorsOf(query, node);
    const seconds = around.reduce((sum, outer) => sum + lookback(outer), 0);
    const widest =
      [...around].sort((a, b) => lookback(b) - lookback(a))[0] ?? node;
    return seconds > retentionSeconds
      ? [
          {
            id: "promql/range-beyond-retention",
            severity: "warning",
            message: `this reaches ${days(seconds)} days back, data is kept for ${days(retentionSeconds)} days`,
            from: node.from,
            to: widest.to,
          },
        ]
      : [];
  });
}

function lookback(expr: Expr): number {
  if (expr.kind === "range" || expr.kind === "subquery") {
    return expr.range.seconds ?? 0;
  }
  return expr.kind === "offset" ? (expr.offset.seconds ?? 0) : 0;
}

function days(seconds: number): string {
  return String(Math.round((seconds / 86_400) * 10) / 10);
}
