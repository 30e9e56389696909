/** Something wrong in a query; `from` and `to` are offsets into the query as written, `to` exclusive. */
export interface QueryProblem {
  readonly message: string;
  readonly from: number;
  readonly to: number;
}

/** A problem with what a person needs to find it: line and column count from 1. */
export interface LocatedProblem extends QueryProblem {
  readonly line: number;
  readonly column: number;
  /** The line of the problem with a caret under its first character. */
  readonly snippet: string;
}

/** The verdict on a query: valid exactly when there is no error. */
export interface QueryCheck {
  readonly valid: boolean;
  readonly errors: readonly LocatedProblem[];
}

/** Snippets show at most this many characters of a line, around the caret. */
const SNIPPET_WIDTH = 120;

/** Adds line, column and snippet to a problem of `expr`. */
export function located(expr: string, problem: QueryProblem): LocatedProblem {
  const at = Math.min(problem.from, expr.length);
  const lineStart = at === 0 ? 0 : expr.lastIndexOf("\n", at - 1) + 1;
  const nextBreak = expr.indexOf("\n", at);
  const lineEnd = nextBreak < 0 ? expr.length : nextBreak;
  const start = Math.max(lineStart, at - SNIPPET_WIDTH / 2);
  const shown = expr
    .slice(start, Math.min(lineEnd, start + SNIPPET_WIDTH))
    .replace(/[\t\r]/g, " ");
  let line = 1;
  for (
    let i = expr.indexOf("\n");
    i >= 0 && i < lineStart;
    i = expr.indexOf("\n", i + 1)
  ) {
    line += 1;
  }
  return {
    ...problem,
    line,
    column: at - lineStart + 1,
    snippet: `${shown}\n${" ".repeat(at - start)}^`,
  };
}

/** All problems in the order of the text, each with its place; at most `limit` of them. */
export function verdict(
  expr: string,
  problems: readonly QueryProblem[],
  limit = 20,
): QueryCheck {
  const seen = new Set<string>();
  const errors = [...problems]
    .sort((a, b) => a.from - b.from || a.to - b.to)
    .filter(({ from, message }) => {
      const key = `${from}:${message}`;
      return !seen.has(key) && seen.add(key);
    })
    .slice(0, limit)
    .map((problem) => located(expr, problem));
  return { valid: errors.length === 0, errors };
}

/** Thrown when a query cannot be read; the message carries line, column and snippet of the first problem. */
export class QueryError extends Error {
  readonly problems: readonly LocatedProblem[];

  constructor(expr: string, problems: readonly QueryProblem[]) {
    const { errors } = verdict(expr, problems);
    super(
      errors
        .map(
          (e) =>
            `line ${e.line}, column ${e.column}: ${e.message}\n${e.snippet}`,
        )
        .join("\n"),
    );
    this.name = "QueryError";
    this.problems = errors;
  }
}
