import { alwaysTrueComparison, impossibleComparison } from "./comparisons";
import type { Finding, SemanticContext, SemanticQuery } from "./context";
import { counterWithoutRate } from "./counter-without-rate";
import { divisionByZero } from "./division-by-zero";
import { droppedLabel } from "./dropped-label";
import { joinCannotMatch } from "./join-cannot-match";
import { manyToMany } from "./many-to-many";
import { quantileWithoutLe } from "./quantile-without-le";
import { rangeBeyondRetention } from "./range-beyond-retention";
import { rangeTooShort } from "./range-too-short";
import { rateOfAggregation } from "./rate-of-aggregation";
import { rateOfGauge } from "./rate-of-gauge";
import { semanticQueryOf } from "./semantic-query";
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
  manyToMany,
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
  const query = semanticQueryOf(expr, context);
  return query === undefined ? [] : semanticFindings(query);
}

/** Like {@link checkSemantics}, of a query that was read. */
export function semanticFindings(query: SemanticQuery): readonly Finding[] {
  return CHECKS.flatMap((check) => check(query)).sort(
    (a, b) => a.from - b.from || a.to - b.to,
  );
}
