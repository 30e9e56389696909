import {
  aggregated,
  type BinaryExpr,
  type Expr,
  type LabelList,
  type SelectorMatcher,
  type VectorSelector,
} from "../ast";
import type { Finding, SemanticQuery } from "./context";
import { labelsOf } from "./labels-of";
import { targetLabelsOf } from "./series";
import { isVariable, seriesOfSelector } from "./selectors-below";

/** A label in a matcher or a label list that the metric does not have. */
export function unknownLabel(query: SemanticQuery): readonly Finding[] {
  return query.nodes.flatMap((node): readonly Finding[] => {
    if (node.kind === "selector") {
      return inMatchers(query, node);
    }
    if (node.kind === "aggregation") {
      const vector = aggregated(node);
      return node.grouping && vector
        ? inList(query, node.grouping, [vector])
        : [];
    }
    return node.kind === "binary" ? inMatching(query, node) : [];
  });
}

function inMatchers(
  query: SemanticQuery,
  selector: VectorSelector,
): readonly Finding[] {
  const series = seriesOfSelector(query, selector);
  if (!series?.labels || series.type === "recorded") {
    return [];
  }
  const known = [...series.labels, ...targetLabelsOf(query), "__name__"];
  return selector.matchers
    .filter(({ label }) => !isVariable(label) && !known.includes(label))
    .map((matcher: SelectorMatcher) =>
      finding(
        `${series.name} has no label ${matcher.label}, only ${[...known].slice(0, -1).sort().join(", ")}`,
        matcher,
      ),
    );
}

function inMatching(
  query: SemanticQuery,
  { matching, left, right }: BinaryExpr,
): readonly Finding[] {
  if (!matching) {
    return [];
  }
  const group = matching.group;
  const one = group?.side === "left" ? right : left;
  return [
    ...(matching.kind === "on"
      ? inList(query, matching.list, [left, right])
      : []),
    ...(group?.list ? inList(query, group.list, [one]) : []),
  ];
}

/** Labels of a list that none of the vectors can have. */
function inList(
  query: SemanticQuery,
  list: LabelList,
  vectors: readonly Expr[],
): readonly Finding[] {
  const possible = vectors.map((vector) => labelsOf(query, vector).possible);
  return list.labels
    .filter(
      (label) =>
        !isVariable(label) &&
        possible.every((labels) => labels !== undefined && !labels.has(label)),
    )
    .map((label) => finding(`no series here has the label ${label}`, list));
}

function finding(
  message: string,
  { from, to }: { readonly from: number; readonly to: number },
): Finding {
  return { id: "promql/unknown-label", severity: "error", message, from, to };
}
