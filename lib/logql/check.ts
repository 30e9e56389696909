import {
  verdict,
  type QueryCheck,
  type QueryProblem,
} from "../promql/position";
import { SyntaxFault } from "../promql/token-cursor";
import { substituteVariables } from "../promql/variables";
import { LogqlParser } from "./parser";
import { tokenizeLogql } from "./tokens";

/**
 * Checks a LogQL query as Loki 3 does when it parses one, and what Loki refuses only when it runs it: expressions of
 * line filters, patterns, templates, addresses. Grafana variables of every form are allowed. Never throws.
 */
export function checkLogql(expr: string): QueryCheck {
  return verdict(expr, problemsOf(expr));
}

function problemsOf(expr: string): readonly QueryProblem[] {
  const { tokens, problem } = tokenizeLogql(
    substituteVariables(expr, "logql").text,
  );
  const parser = new LogqlParser(tokens, expr);
  try {
    parser.query();
    return problem ? [problem] : parser.problems;
  } catch (fault) {
    if (!(fault instanceof SyntaxFault)) {
      throw fault;
    }
    const cut = problem !== undefined && fault.problem.from >= problem.from;
    return [...parser.problems, cut ? problem : fault.problem];
  }
}
