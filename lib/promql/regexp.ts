import { RE2JS } from "re2js";

const compiled = new Map<string, RE2JS | string>();
const CACHE_SIZE = 10_000;

/** What is wrong with a label's regular expression, or undefined. Prometheus takes RE2: no lookaround, no backreferences. */
export function regexpProblem(pattern: string): string | undefined {
  const result = compile(pattern);
  return typeof result === "string" ? result : undefined;
}

/** True when the anchored expression matches the empty string; false for an invalid one. */
export function matchesEmpty(pattern: string): boolean {
  const result = compile(pattern);
  return typeof result !== "string" && result.matches("");
}

/** True when the expression, anchored at both ends, matches `value`; false for an invalid one. */
export function matchesValue(pattern: string, value: string): boolean {
  const result = compile(pattern);
  return typeof result !== "string" && result.matches(value);
}

function compile(pattern: string): RE2JS | string {
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

function compileAnew(pattern: string): RE2JS | string {
  try {
    return RE2JS.compile(pattern, RE2JS.DOTALL);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return `the regular expression ${JSON.stringify(pattern)} is not valid RE2: ${reason}`;
  }
}
