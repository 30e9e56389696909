import type { Expr } from "./ast";
import { ExpressionParser } from "./parser";
import { QueryError, type QueryProblem } from "./position";
import { SyntaxFault } from "./token-cursor";
import { tokenize } from "./tokens";
import type { VariableUse } from "../variables/variable-use";
import { substituteVariables } from "../variables/variables";

/** A query, its syntax tree, and what is wrong with its syntax. All offsets are those of `expr`. */
export interface ParsedQuery {
  readonly expr: string;
  /** `expr` with Grafana variables replaced by fillers of the same length; what the tree was made from. */
  readonly text: string;
  readonly variables: readonly VariableUse[];
  /** Absent when the query has a syntax error. */
  readonly ast?: Expr;
  readonly problems: readonly QueryProblem[];
}

/** Queries repeat within a run (one panel, four environments); more than this many are not kept. */
const CACHE_SIZE = 20_000;
const cache = new Map<string, ParsedQuery>();

/** Parses a PromQL query that may hold Grafana variables. Never throws: what is wrong is in `problems`. */
export function parsePromql(expr: string): ParsedQuery {
  const known = cache.get(expr);
  if (known) {
    return known;
  }
  const parsed = parseOnce(expr);
  if (cache.size >= CACHE_SIZE) {
    cache.clear();
  }
  cache.set(expr, parsed);
  return parsed;
}

/** Like {@link parsePromql}, for a query that nobody asks about again: its tree is not kept. */
export function parseOnce(expr: string): ParsedQuery {
  const { text, variables } = substituteVariables(expr);
  return { expr, text, variables, ...read(expr, text) };
}

/** The syntax tree of a query. Throws a {@link QueryError} with line and column when the query has a syntax error. */
export function promqlTree(expr: string): Expr {
  const { ast, problems } = parsePromql(expr);
  if (!ast || problems.length > 0) {
    throw new QueryError(expr, problems);
  }
  return ast;
}

function read(
  expr: string,
  text: string,
): Pick<ParsedQuery, "ast" | "problems"> {
  const { tokens, problem } = tokenize(text);
  const parser = new ExpressionParser(tokens, expr);
  try {
    const ast = parser.query();
    return problem
      ? { problems: [problem] }
      : { ast, problems: parser.problems };
  } catch (fault) {
    if (!(fault instanceof SyntaxFault)) {
      throw fault;
    }
    const cut = problem !== undefined && fault.problem.from >= problem.from;
    return { problems: [...parser.problems, cut ? problem : fault.problem] };
  }
}
