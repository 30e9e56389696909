import {
  descendantsOf,
  type SelectorMatcher,
  type VectorSelector,
} from "./ast";
import { parseOnce, type ParsedQuery } from "./parse";
import { QueryError, type QueryProblem } from "./position";
import { stringLiteral } from "./strings";

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
 * A query that does not parse is left as it is: the checks say what is wrong with it, and with all others, at once.
 * Throws a {@link QueryError} with line and column when a selector already has another matcher on the label.
 */
export function scopeToSystem(expr: string, matcher: ScopeMatcher): string {
  const key = `${scopeMatcherText(matcher)} ${expr}`;
  const scoped = known.get(key) ?? scopeAnew(expr, matcher);
  known.set(key, scoped);
  return scoped;
}

/** The queries of a system are scoped once an environment. */
const known = new Map<string, string>();

function scopeAnew(expr: string, matcher: ScopeMatcher): string {
  const query = parseOnce(expr);
  if (!query.ast || query.problems.length > 0) return expr;
  const selectors = descendantsOf(query.ast).filter(
    (node) => node.kind === "selector",
  );
  const conflicts = selectors.flatMap(({ matchers }) =>
    matchers.filter((present) => contradicts(present, matcher)),
  );
  if (conflicts.length > 0) {
    throw new QueryError(
      expr,
      conflicts.map((present) => conflict(expr, present, matcher)),
    );
  }
  const insertions = selectors
    .filter(
      ({ matchers }) => !matchers.some(({ label }) => label === matcher.label),
    )
    .map((selector) => insertionInto(query, selector, matcher));
  return withInsertions(expr, insertions);
}

function contradicts(
  { label, match, value }: SelectorMatcher,
  wanted: ScopeMatcher,
): boolean {
  return label === wanted.label && (match !== "=" || value !== wanted.value);
}

function conflict(
  expr: string,
  { from, to }: SelectorMatcher,
  matcher: ScopeMatcher,
): QueryProblem {
  return {
    message: `the selector already has the matcher ${expr.slice(from, to)}, which contradicts ${scopeMatcherText(matcher)}; leave the matcher out, it is added when the query is built`,
    from,
    to,
  };
}

function insertionInto(
  { variables }: ParsedQuery,
  { braces, matchers, to }: VectorSelector,
  matcher: ScopeMatcher,
): Insertion {
  if (!braces) {
    return { at: to, text: `{${scopeMatcherText(matcher)}}` };
  }
  const hasVariable = variables.some(
    (use) => use.from >= braces.from && use.to <= braces.to,
  );
  return {
    at: braces.from + 1,
    text:
      matchers.length > 0 || hasVariable
        ? `${scopeMatcherText(matcher)},`
        : scopeMatcherText(matcher),
  };
}

/** `system="shop"`: how the matcher is written in a selector. */
export function scopeMatcherText({ label, value }: ScopeMatcher): string {
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
