import { descendantsOf, type Expr, type VectorSelector } from "../ast";
import type { KnownSeries, SemanticQuery } from "./context";

/** True when a name holds a Grafana variable, so that it is not known here. */
export function isVariable(text: string): boolean {
  return text.includes("$") || text.includes("[[");
}

/** The selectors inside an expression, in the order of the text. */
export function selectorsBelow(expr: Expr): readonly VectorSelector[] {
  return descendantsOf(expr).filter((node) => node.kind === "selector");
}

/** What the catalogue says of a selector's metric; nothing when the name is missing, unknown or a variable. */
export function seriesOfSelector(
  { series }: SemanticQuery,
  { metric }: VectorSelector,
): KnownSeries | undefined {
  return metric === undefined || isVariable(metric)
    ? undefined
    : series.find(metric);
}

/** The expressions around one, innermost first. */
export function ancestorsOf(
  { parents }: SemanticQuery,
  expr: Expr,
): readonly Expr[] {
  const ancestors: Expr[] = [];
  for (let outer = parents.get(expr); outer; outer = parents.get(outer)) {
    ancestors.push(outer);
  }
  return ancestors;
}
