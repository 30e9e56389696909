import type { Finding, SemanticQuery } from "./context";
import { labelsOf } from "./labels-of";
import { selectorsBelow, seriesOfSelector } from "./selectors-below";

/** Where the vector of buckets stands among the arguments. */
const BUCKETS: ReadonlyMap<string, number> = new Map([
  ["histogram_fraction", 2],
  ["histogram_quantile", 1],
  ["histogram_quantiles", 0],
]);

/** A quantile of buckets whose label `le` was aggregated away, or of something that has no buckets. */
export function quantileWithoutLe(query: SemanticQuery): readonly Finding[] {
  return query.nodes.flatMap((node): readonly Finding[] => {
    const position = node.kind === "call" ? BUCKETS.get(node.name) : undefined;
    const buckets =
      node.kind === "call" && position !== undefined
        ? node.args[position]
        : undefined;
    if (node.kind !== "call" || !buckets) {
      return [];
    }
    const selectors = selectorsBelow(buckets);
    const isClassic = selectors.some(({ metric }) =>
      metric?.endsWith("_bucket"),
    );
    const others = selectors.filter((selector) => {
      const series = seriesOfSelector(query, selector);
      return (
        series !== undefined &&
        series.type !== "native-histogram" &&
        series.type !== "recorded" &&
        series.labels?.includes("le") !== true
      );
    });
    const { possible } = labelsOf(query, buckets);
    const { from, to } = buckets;
    const finding = (message: string): Finding => ({
      id: "promql/quantile-without-le",
      severity: "error",
      message,
      from,
      to,
    });
    if (others.length > 0 && others.length === selectors.length) {
      const names = others.map(({ metric }) => metric).join(", ");
      return [
        finding(
          `${node.name} needs the buckets of a histogram, ${names} has none`,
        ),
      ];
    }
    return isClassic && possible && !possible.has("le")
      ? [
          finding(
            `${node.name} needs the label le, which is aggregated away; write sum by (le, …)`,
          ),
        ]
      : [];
  });
}
