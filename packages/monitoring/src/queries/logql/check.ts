import {
  QueryError,
  verdict,
  type QueryCheck,
  type QueryProblem,
} from "../promql/position";
import { SyntaxFault } from "../promql/token-cursor";
import { substituteVariables } from "../variables/variables";
import { LogqlParser } from "./parser";
import { tokenizeLogql } from "./tokens";

/**
 * Checks a LogQL query as Loki 3 does when it parses one, and what Loki refuses only when it runs it: expressions of
 * line filters, patterns, templates, addresses. Grafana variables of every form are allowed. Never throws.
 */
export function checkLogql(expr: string): QueryCheck {
  return verdict(expr, read(expr).problems);
}

/**
 * The operator of a query's outermost operation, in lower case; undefined when the query is no operation or stands in
 * parentheses. Throws a {@link QueryError} with line and column when the query does not parse.
 */
export function outermostOperator(expr: string): string | undefined {
  const { operator, problems } = read(expr);
  if (problems.length > 0) {
    throw new QueryError(expr, problems);
  }
  return operator;
}

function read(expr: string): {
  readonly operator?: string;
  readonly problems: readonly QueryProblem[];
} {
  const { text } = substituteVariables(expr, "logql");
  const { tokens, problem } = tokenizeLogql(text);
  const parser = new LogqlParser(tokens, expr);
  try {
    const operator = parser.query();
    const problems = problem ? [problem] : parser.problems;
    return operator === undefined ? { problems } : { operator, problems };
  } catch (fault) {
    if (!(fault instanceof SyntaxFault)) {
      throw fault;
    }
    const cut = problem !== undefined && fault.problem.from >= problem.from;
    return { problems: [...parser.problems, cut ? problem : fault.problem] };
  }
}
