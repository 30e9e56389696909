import type { Expr, VectorSelector } from "../ast";
import { SET_OPERATORS } from "../keywords";
import type { Finding, SemanticQuery } from "./context";
import {
  ancestorsOf,
  isVariable,
  selectorsBelow,
  seriesOfSelector,
} from "./selectors-below";

/** Functions that make sense of a counter, and those that do not look at its value. */
const SENSIBLE = new Set([
  "absent",
  "absent_over_time",
  "changes",
  "count_over_time",
  "increase",
  "info",
  "irate",
  "present_over_time",
  "rate",
  "resets",
  "start_timestamp",
  "timestamp",
  "ts_of_first_over_time",
  "ts_of_last_over_time",
  "ts_of_max_over_time",
  "ts_of_min_over_time",
]);

/**
 * A counter whose bare value is used: it says how long the process has lived rather than what it does. Counting series,
 * and comparing a counter with itself at another time, are meant.
 */
export function counterWithoutRate(query: SemanticQuery): readonly Finding[] {
  return query.nodes.flatMap((node): readonly Finding[] => {
    if (node.kind !== "selector" || isSensible(query, node)) return [];
    const { metric, from, to } = node;
    if (metric === undefined || isVariable(metric)) return [];
    const series = seriesOfSelector(query, node);
    if (series) {
      return series.type === "counter" && series.unit !== "timestamp"
        ? [
            {
              id: "promql/counter-without-rate",
              severity: "error",
              message: `${metric} is a counter, its value only ever grows; wrap it in rate(…[5m]) or increase(…[5m])`,
              from,
              to,
            },
          ]
        : [];
    }
    return metric.endsWith("_total")
      ? [
          {
            id: "promql/counter-without-rate",
            severity: "warning",
            message: `${metric} is declared nowhere, its name says counter; wrap it in rate(…[5m]) or increase(…[5m]), or declare it as a gauge in metrics if it is one`,
            from,
            to,
            isGuess: true,
          },
        ]
      : [];
  });
}

function isSensible(query: SemanticQuery, selector: VectorSelector): boolean {
  let inner: Expr = selector;
  for (const outer of ancestorsOf(query, selector)) {
    if (outer.kind === "call" && SENSIBLE.has(outer.name)) {
      return true;
    }
    if (
      outer.kind === "aggregation" &&
      (outer.operator === "count" || outer.operator === "group")
    ) {
      return true;
    }
    if (outer.kind === "binary") {
      const isCondition =
        SET_OPERATORS.has(outer.operator) &&
        outer.operator !== "or" &&
        outer.right === inner;
      if (
        isCondition ||
        comparesWithItself(outer.left, outer.right, selector)
      ) {
        return true;
      }
    }
    inner = outer;
  }
  return false;
}

function comparesWithItself(
  left: Expr,
  right: Expr,
  { metric }: VectorSelector,
): boolean {
  return [left, right].every((side) =>
    selectorsBelow(side).some((selector) => selector.metric === metric),
  );
}
