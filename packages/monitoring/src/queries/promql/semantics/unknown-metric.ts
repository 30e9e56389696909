import type { Finding, SemanticQuery } from "./context";
import { isVariable } from "./selectors-below";

/** A metric that neither the catalogue nor a recording rule knows: a panel stays empty, an alert silent. */
export function unknownMetric({
  nodes,
  series,
}: SemanticQuery): readonly Finding[] {
  if (!series.isComplete) {
    return [];
  }
  return nodes.flatMap((node): readonly Finding[] => {
    if (
      node.kind !== "selector" ||
      node.metric === undefined ||
      isVariable(node.metric) ||
      series.find(node.metric)
    ) {
      return [];
    }
    const similar = series.similarTo(node.metric);
    const hint =
      similar.length > 0
        ? `; did you mean ${similar.join(" or ")}?`
        : "; add it to the catalogue, or correct the name";
    return [
      {
        id: "promql/unknown-metric",
        severity: "error",
        message: `no exporter, system or recording rule has a metric ${node.metric}${hint}`,
        from: node.from,
        to: node.to,
      },
    ];
  });
}
