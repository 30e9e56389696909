import type { Matcher } from "../model/matcher";
import { regexpProblem } from "../notifications/anchored-regexp";

/**
 * Matchers from words such as `severity=warning`, `service!=api`, `instance=~"db-.*"`. Throws, all problems in one message,
 * on a word without an operator, a bad label name, a bad regular expression, or one with an empty value.
 */
export function matchersFrom(words: readonly string[]): readonly Matcher[] {
  const problems: string[] = [];
  const matchers = words.flatMap((word): readonly Matcher[] => {
    const parts = /^\s*([a-zA-Z_]\w*)\s*(=~|!~|!=|=)\s*(.*?)\s*$/s.exec(word);
    if (parts === null) {
      problems.push(
        `a matcher must be written name=value, name!=value, name=~expression or name!~expression, got "${word}"`,
      );
      return [];
    }
    const [, label = "", match = "=", text = ""] = parts;
    const matcher = { label, match, value: unquoted(text) } as Matcher;
    const problem = problemOf(matcher);
    if (problem !== undefined) problems.push(`${problem}, got "${word}"`);
    return [matcher];
  });
  if (problems.length > 0) throw new Error(problems.join("; "));
  return matchers;
}

function problemOf({ match, value }: Matcher): string | undefined {
  if (value === "") return "a matcher must name a value";
  if (match === "=" || match === "!=") return undefined;
  const problem = regexpProblem(value);
  return problem === undefined
    ? undefined
    : `a matcher's regular expression must be RE2 (${problem})`;
}

function unquoted(text: string): string {
  return /^"[^"]*"$/.test(text) ? text.slice(1, -1) : text;
}
