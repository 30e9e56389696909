import {
  withoutModifiers,
  type Call,
  type Expr,
  type SelectorMatcher,
  type VectorSelector,
} from "./ast";
import type { QueryProblem } from "./position";
import { matchesEmpty, regexpProblem } from "./regexp";
import { stringValue } from "./strings";

/** Matchers that Prometheus refuses; `text` is the query with variables replaced, from which values are read. */
export function selectorProblems(
  selector: VectorSelector,
  text: string,
): readonly QueryProblem[] {
  const regexps = selector.matchers.flatMap((matcher) =>
    matcherProblems(matcher, text),
  );
  return [...regexps, ...nameProblems(selector)];
}

/** A selector without a metric name that would read every series of the server. */
export function emptySelectorProblems(
  selector: VectorSelector,
  text: string,
): readonly QueryProblem[] {
  const { name, matchers, from, to } = selector;
  if (name || matchers.some((matcher) => !allowsEmpty(matcher, text))) {
    return [];
  }
  return [
    {
      message:
        "the selector needs a metric name or a matcher that does not match the empty string",
      from,
      to,
    },
  ];
}

/** The selectors that only filter labels, so that they may match everything: the second argument of `info`. */
export function filtersOf(calls: readonly Call[]): ReadonlySet<Expr> {
  return new Set(
    calls
      .filter(({ name }) => name === "info")
      .flatMap(({ args }) => args.slice(1, 2).map(withoutModifiers)),
  );
}

function matcherProblems(
  { match, literal, from, to }: SelectorMatcher,
  text: string,
): readonly QueryProblem[] {
  if (match !== "=~" && match !== "!~") {
    return [];
  }
  const problem = regexpProblem(
    literalValue(text.slice(literal.from, literal.to)),
  );
  return problem === undefined ? [] : [{ message: problem, from, to }];
}

function nameProblems({
  name,
  matchers,
}: VectorSelector): readonly QueryProblem[] {
  const second = name && matchers.find(({ label }) => label === "__name__");
  return second
    ? [
        {
          message:
            "the metric name is set twice, in front of the braces and inside",
          from: second.from,
          to: second.to,
        },
      ]
    : [];
}

function allowsEmpty(
  { match, literal }: SelectorMatcher,
  text: string,
): boolean {
  const value = literalValue(text.slice(literal.from, literal.to));
  switch (match) {
    case "=":
      return value === "";
    case "!=":
      return value !== "";
    case "=~":
      return matchesEmpty(value);
    case "!~":
      return !matchesEmpty(value);
  }
}

function literalValue(literal: string): string {
  const read = stringValue(literal);
  return "value" in read ? read.value : literal.slice(1, -1);
}
