import type { Finding, SemanticQuery } from "./context";
import { selectorsBelow, seriesOfSelector } from "./selectors-below";

const COUNTERS_ONLY = new Set(["rate", "irate", "increase"]);

/** A rate of a gauge: every fall of the gauge is taken for a restart of a counter. */
export function rateOfGauge(query: SemanticQuery): readonly Finding[] {
  return query.nodes.flatMap((node): readonly Finding[] => {
    if (node.kind !== "call" || !COUNTERS_ONLY.has(node.name)) {
      return [];
    }
    const range = node.args[0];
    const selectors =
      range && range.kind !== "subquery" ? selectorsBelow(range) : [];
    return selectors
      .filter((selector) => seriesOfSelector(query, selector)?.type === "gauge")
      .map(({ metric = "" }) => ({
        id: "promql/rate-of-gauge",
        severity: "error",
        message: `${metric} is a gauge, ${node.name} needs a counter; use ${node.name === "increase" ? "delta" : "deriv"} or avg_over_time`,
        from: node.from,
        to: node.to,
      }));
  });
}
