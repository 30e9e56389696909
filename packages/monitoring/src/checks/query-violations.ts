import { located, type QueryProblem } from "../queries/promql/position";
import type { Violation } from "./finding";
import type { ModelQuery } from "./queries";

/** The problems of a query as violations, each with line, column and caret. */
export function queryViolations(
  { expr, path, suppress }: Pick<ModelQuery, "expr" | "path" | "suppress">,
  problems: readonly (QueryProblem & Pick<Violation, "severity">)[],
  fix: string,
): readonly Violation[] {
  return problems.map((problem) => {
    const { line, column, snippet } = located(expr, problem);
    return {
      path,
      message: problem.message,
      fix,
      position: { line, column, snippet },
      suppress,
      ...(problem.severity && { severity: problem.severity }),
    };
  });
}
