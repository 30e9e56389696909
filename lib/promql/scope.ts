import {
  nodesNamed,
  parsePromql,
  variablesIn,
  type ParsedQuery,
} from "./parse";
import { QueryError, type QueryProblem } from "./position";
import { matchersAt } from "./selectors";
import { stringLiteral } from "./strings";
import type { SyntaxNode } from "@lezer/common";

/** The label and value that every selector of a system's queries must carry. */
export interface ScopeMatcher {
  readonly label: string;
  readonly value: string;
}

interface Insertion {
  readonly at: number;
  readonly text: string;
}

/**
 * Adds `label="value"` to every vector selector of a PromQL query and leaves the rest of the text as it is. A selector
 * that already has exactly this matcher stays unchanged, so scoping twice is scoping once.
 *
 * Throws a {@link QueryError} with line and column when the query does not parse, or when a selector already has
 * another matcher on the label.
 */
export function scopeToSystem(expr: string, matcher: ScopeMatcher): string {
  const parsed = parsePromql(expr);
  if (parsed.problems.length > 0) {
    throw new QueryError(expr, parsed.problems);
  }
  const conflicts: QueryProblem[] = [];
  const insertions: Insertion[] = [];
  for (const selector of nodesNamed(parsed.tree, "VectorSelector")) {
    const present = matchersAt(parsed, selector).filter(
      ({ label }) => label === matcher.label,
    );
    const others = present.filter(
      ({ match, value }) => match !== "=" || value !== matcher.value,
    );
    if (others.length > 0) {
      conflicts.push(
        ...others.map(({ from, to }) => conflict(parsed, from, to, matcher)),
      );
    } else if (present.length === 0) {
      insertions.push(insertionInto(parsed, selector, matcher));
    }
  }
  if (conflicts.length > 0) {
    throw new QueryError(expr, conflicts);
  }
  return withInsertions(expr, insertions);
}

function conflict(
  { expr }: ParsedQuery,
  from: number,
  to: number,
  matcher: ScopeMatcher,
): QueryProblem {
  return {
    message: `the selector already has the matcher ${expr.slice(from, to)}, which contradicts ${matcherText(matcher)}; leave the matcher out, it is added when the query is built`,
    from,
    to,
  };
}

function insertionInto(
  parsed: ParsedQuery,
  selector: SyntaxNode,
  matcher: ScopeMatcher,
): Insertion {
  const braces = selector.getChild("LabelMatchers");
  if (!braces) {
    return { at: selector.to, text: `{${matcherText(matcher)}}` };
  }
  const isEmpty =
    matchersAt(parsed, selector).length === 0 &&
    variablesIn(parsed, braces).length === 0;
  return {
    at: braces.from + 1,
    text: isEmpty ? matcherText(matcher) : `${matcherText(matcher)},`,
  };
}

function matcherText({ label, value }: ScopeMatcher): string {
  const name = /^[A-Za-z_]\w*$/.test(label) ? label : stringLiteral(label);
  return `${name}=${stringLiteral(value)}`;
}

function withInsertions(
  expr: string,
  insertions: readonly Insertion[],
): string {
  let scoped = "";
  let copied = 0;
  for (const { at, text } of insertions) {
    scoped += expr.slice(copied, at) + text;
    copied = at;
  }
  return scoped + expr.slice(copied);
}
