import type { Matcher } from "../model/matcher";
import { regexpProblem } from "./anchored-regexp";
import { matchesValue } from "./matching";

/**
 * Whether every alert that satisfies all of `given` certainly satisfies all of `wanted`. What cannot be decided counts
 * as no: only equality, alternatives of plain words and identical matchers are understood.
 */
export function impliesAll(
  given: readonly Matcher[],
  wanted: readonly Matcher[],
): boolean {
  return wanted.every(
    (matcher) => isUniversal(matcher) || implies(given, matcher),
  );
}

/** Whether certainly no alert satisfies all of `matchers`; returns two that contradict each other. */
export function contradictionIn(
  matchers: readonly Matcher[],
): readonly [Matcher, Matcher] | undefined {
  for (const matcher of matchers) {
    const values = possibleValues(matcher);
    if (values === undefined) continue;
    const contrary = matchers.find(
      (other) =>
        other.label === matcher.label &&
        isReadable(other) &&
        values.every((value) => !matchesValue(other, value)),
    );
    if (contrary !== undefined) return [matcher, contrary];
  }
  return undefined;
}

function implies(given: readonly Matcher[], wanted: Matcher): boolean {
  if (!isReadable(wanted)) return false;
  return given.some((matcher) => {
    if (matcher.label !== wanted.label) return false;
    if (matcher.match === wanted.match && matcher.value === wanted.value)
      return true;
    return (
      possibleValues(matcher)?.every((value) => matchesValue(wanted, value)) ??
      false
    );
  });
}

/** The only values that satisfy `matcher`, where they can be told. */
function possibleValues({
  match,
  value,
}: Matcher): readonly string[] | undefined {
  if (match === "=") return [value];
  if (match !== "=~") return undefined;
  const inner = /^\((?:\?:)?([^()]*)\)$/.exec(value)?.[1] ?? value;
  return /^[\w\- /:@,]*(?:\|[\w\- /:@,]*)*$/.test(inner)
    ? inner.split("|")
    : undefined;
}

function isUniversal({ match, value }: Matcher): boolean {
  return (
    match === "=~" &&
    [".*", "(.*)", "(?:.*)", "^.*$", "(?s:.*)", "(?s).*"].includes(value)
  );
}

function isReadable({ match, value }: Matcher): boolean {
  return match === "=" || match === "!=" || regexpProblem(value) === undefined;
}
