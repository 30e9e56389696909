import { childrenOf, descendantsOf, type Expr } from "../ast";
import { parsePromql } from "../parse";
import type { SemanticContext, SemanticQuery } from "./context";
import { seriesLookup } from "./series";

/** The query as its meaning is judged; `undefined` when it does not parse. */
export function semanticQueryOf(
  expr: string,
  context: SemanticContext,
): SemanticQuery | undefined {
  const { ast, problems } = parsePromql(expr);
  if (!ast || problems.length > 0) return undefined;
  const nodes = descendantsOf(ast);
  return {
    ast,
    nodes,
    parents: parentsOf(nodes),
    context,
    series: seriesLookup(context),
  };
}

function parentsOf(nodes: readonly Expr[]): ReadonlyMap<Expr, Expr> {
  const parents = new Map<Expr, Expr>();
  for (const node of nodes)
    for (const child of childrenOf(node)) parents.set(child, node);
  return parents;
}
