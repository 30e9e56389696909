import { childrenOf, descendantsOf, type Expr } from "../ast";
import { parsePromql } from "../parse";
import { alwaysTrueComparison, impossibleComparison } from "./comparisons";
import type { Finding, SemanticContext, SemanticQuery } from "./context";
import { counterWithoutRate } from "./counter-without-rate";
import { divisionByZero } from "./division-by-zero";
import { droppedLabel } from "./dropped-label";
import { joinCannotMatch } from "./join-cannot-match";
import { quantileWithoutLe } from "./quantile-without-le";
import { rangeBeyondRetention } from "./range-beyond-retention";
import { rangeTooShort } from "./range-too-short";
import { rateOfAggregation } from "./rate-of-aggregation";
import { rateOfGauge } from "./rate-of-gauge";
import { seriesLookup } from "./series";
import { unitMismatch } from "./unit-mismatch";
import { unknownLabel } from "./unknown-label";
import { unknownMetric } from "./unknown-metric";

/** Every check of what a query means, in no particular order. */
const CHECKS: readonly ((query: SemanticQuery) => readonly Finding[])[] = [
  counterWithoutRate,
  rateOfGauge,
  rateOfAggregation,
  quantileWithoutLe,
  droppedLabel,
  joinCannotMatch,
  impossibleComparison,
  alwaysTrueComparison,
  divisionByZero,
  rangeTooShort,
  rangeBeyondRetention,
  unitMismatch,
  unknownMetric,
  unknownLabel,
];

/**
 * What is wrong with the meaning of a PromQL query that parses, in the order of the text; nothing for one that does
 * not, which `checkPromql` reports. Grafana variables are taken for unknown values.
 */
export function checkSemantics(
  expr: string,
  context: SemanticContext,
): readonly Finding[] {
  const { ast, problems } = parsePromql(expr);
  if (!ast || problems.length > 0) {
    return [];
  }
  const nodes = descendantsOf(ast);
  const query = {
    ast,
    nodes,
    parents: parentsOf(nodes),
    context,
    series: seriesLookup(context),
  };
  return CHECKS.flatMap((check) => check(query)).sort(
    (a, b) => a.from - b.from || a.to - b.to,
  );
}

function parentsOf(nodes: readonly Expr[]): ReadonlyMap<Expr, Expr> {
  const parents = new Map<Expr, Expr>();
  for (const node of nodes) {
    for (const child of childrenOf(node)) {
      parents.set(child, node);
    }
  }
  return parents;
}
