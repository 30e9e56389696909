import type { QueryProblem } from "../queries/promql/position";
import { semanticFindings } from "../queries/promql/semantics/check-semantics";
import type { SemanticContext } from "../queries/promql/semantics/context";
import { semanticQueryOf } from "../queries/promql/semantics/semantic-query";
import type { QueryLanguage } from "../queries/variables/variable-use";
import type { FindingSeverity } from "./finding";
import { logqlRules } from "./logql/logql-rules";
import { calculationRules } from "./promql/calculation-rules";

/** What a check says of one query; offsets into the query as written. */
export interface QueryFinding extends QueryProblem {
  readonly id: string;
  readonly severity: FindingSeverity;
}

/**
 * What the checks say of the meaning of a query by itself, whoever asks it, in the order of the text; nothing for one that
 * does not parse.
 */
export function queryFindings(
  language: QueryLanguage,
  expr: string,
  context: SemanticContext,
): readonly QueryFinding[] {
  return findingsIn(language, expr, context).sort(
    (a, b) => a.from - b.from || a.to - b.to,
  );
}

function findingsIn(
  language: QueryLanguage,
  expr: string,
  context: SemanticContext,
): QueryFinding[] {
  switch (language) {
    case "promql": {
      const semantic = semanticQueryOf(expr, context);
      if (semantic === undefined) return [];
      return [
        ...semanticFindings(semantic),
        ...calculationRules.flatMap(({ id, severity, problems }) =>
          problems(semantic).map((problem) => ({ ...problem, id, severity })),
        ),
      ];
    }
    case "logql":
      return logqlRules.flatMap(({ id, severity, problems }) =>
        problems(expr).map((problem) => ({ ...problem, id, severity })),
      );
    case "traceql":
      return [];
  }
}
