import {
  verdict,
  type QueryCheck,
  type QueryProblem,
} from "../promql/position";
import { SyntaxFault } from "../promql/token-cursor";
import { substituteVariables } from "../variables/variables";
import { TraceqlParser } from "./parser";
import { tokenizeTraceql } from "./tokens";

/** Checks syntax and types of a TraceQL query as Tempo 2 does. Grafana variables of every form are allowed. Never throws. */
export function checkTraceql(expr: string): QueryCheck {
  return verdict(expr, problemsOf(expr));
}

function problemsOf(expr: string): readonly QueryProblem[] {
  const { tokens, problem } = tokenizeTraceql(
    substituteVariables(expr, "traceql").text,
  );
  const parser = new TraceqlParser(tokens, expr);
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
