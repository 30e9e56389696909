import type { Call, Expr } from "../../queries/promql/ast";
import type { QueryProblem } from "../../queries/promql/position";
import type { SemanticQuery } from "../../queries/promql/semantics/context";
import type { Check } from "../check";
import { queryViolations } from "../query-violations";
import {
  promqlQueries,
  semanticQuery,
  type PromqlQuery,
} from "./promql-queries";

/** A rule on PromQL that depends on who asks: an alert, a recording, a panel. */
export interface QueryRule extends Pick<Check, "id" | "severity" | "title"> {
  readonly fix: string;
  readonly problems: (
    query: PromqlQuery,
    semantic: SemanticQuery,
  ) => readonly QueryProblem[];
}

/** A rule on PromQL whoever asks. */
export interface ExpressionRule extends Pick<
  Check,
  "id" | "severity" | "title"
> {
  readonly fix: string;
  readonly problems: (semantic: SemanticQuery) => readonly QueryProblem[];
}

/** The rule as one that looks at the query only. */
export function ofAnyOwner(rule: ExpressionRule): QueryRule {
  return { ...rule, problems: (_, semantic) => rule.problems(semantic) };
}

/** The rule as a check of every query that parses. */
export function queryCheck({
  id,
  severity,
  title,
  fix,
  problems,
}: QueryRule): Check {
  return {
    id,
    severity,
    title,
    run: (deployment) =>
      promqlQueries(deployment).flatMap((query) => {
        const semantic = semanticQuery(query);
        return semantic === undefined
          ? []
          : queryViolations(query, problems(query, semantic), fix);
      }),
  };
}

/** A call of `rate` and the like: the change of each series by itself. */
export function isRate(expr: Expr): expr is Call {
  return (
    expr.kind === "call" && /^(?:rate|irate|increase|delta)$/.test(expr.name)
  );
}
