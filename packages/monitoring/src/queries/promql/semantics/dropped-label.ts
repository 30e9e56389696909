import { withoutParens, type Expr } from "../ast";
import type { Finding, SemanticQuery } from "./context";
import { labelsOf } from "./labels-of";

/** A label that a legend, an annotation or the routing reads, and that the result cannot have. */
export function droppedLabel(query: SemanticQuery): readonly Finding[] {
  const { possible } = labelsOf(query, query.ast);
  if (!possible) {
    return [];
  }
  const { from, to } = decisivePlace(query.ast);
  return (query.context.usedLabels ?? [])
    .filter((label) => !possible.has(label))
    .map((label) => ({
      id: "promql/dropped-label",
      severity: "error",
      message: `the label ${label} is used, but the result has only ${listed(possible)}; keep it in by (…), or do not use it`,
      from,
      to,
    }));
}

/** The label list of the outermost aggregation where there is one, otherwise the whole query. */
function decisivePlace(expr: Expr): { from: number; to: number } {
  const inner = withoutParens(expr);
  if (inner.kind === "aggregation") {
    return inner.grouping ?? inner;
  }
  return inner.kind === "binary" && inner.right.kind === "number"
    ? decisivePlace(inner.left)
    : expr;
}

function listed(labels: ReadonlySet<string>): string {
  return labels.size === 0 ? "no labels" : [...labels].sort().join(", ");
}
