import { RE2JS } from "re2js";

/**
 * Literals, dots, alternatives and groups without nesting: valid in every dialect and with the same meaning, so that
 * the common case needs no RE2.
 */
const PLAIN =
  /^\^?(?:(?:[\w\-:/@ ,;=%&#!~"'<>\u00a1-\ud7ff]|\\[.\-/+*?()|[\]{}^$\\]|\.)[*+?]?|\||\((?:\?:)?(?:(?:[\w\-:/@ ,;=%&#!~"'<>]|\\\.|\.)[*+?]?|\|)*\))*\$?$/;

/** RE2 needs some 10 µs a character to compile an expression; longer ones must be plain. */
const MAX_LENGTH = 1000;
const CACHE_SIZE = 10_000;

interface Compiled {
  readonly problem?: string;
  matches(value: string): boolean;
}

const compiled = new Map<string, Compiled>();

/** What is wrong with a label's regular expression, or undefined. Prometheus takes RE2: no lookaround, no backreferences. */
export function regexpProblem(pattern: string): string | undefined {
  return compile(pattern).problem;
}

/** True when the expression, anchored at both ends, matches the empty string; false for an invalid one. */
export function matchesEmpty(pattern: string): boolean {
  return compile(pattern).matches("");
}

/** True when the expression, anchored at both ends, matches `value`; false for an invalid one. */
export function matchesValue(pattern: string, value: string): boolean {
  return compile(pattern).matches(value);
}

function compile(pattern: string): Compiled {
  let result = compiled.get(pattern);
  if (result === undefined) {
    result = compileAnew(pattern);
    if (compiled.size >= CACHE_SIZE) {
      compiled.clear();
    }
    compiled.set(pattern, result);
  }
  return result;
}

function compileAnew(pattern: string): Compiled {
  if (PLAIN.test(pattern)) {
    let expression: RegExp | undefined;
    return {
      matches: (value) =>
        (expression ??= new RegExp(`^(?:${pattern})$`, "s")).test(value),
    };
  }
  if (pattern.length > MAX_LENGTH) {
    return refused(
      `the regular expression has ${pattern.length} characters; longer than ${MAX_LENGTH} may only be plain alternatives`,
    );
  }
  try {
    const expression = RE2JS.compile(pattern, RE2JS.DOTALL);
    return { matches: (value) => expression.matches(value) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return refused(
      `the regular expression ${shortened(pattern)} is not valid RE2: ${shortened(reason, String)}`,
    );
  }
}

function refused(problem: string): Compiled {
  return { problem, matches: () => false };
}

function shortened(
  text: string,
  quote: (text: string) => string = JSON.stringify,
): string {
  return quote(text.length > 120 ? `${text.slice(0, 120)}…` : text);
}
