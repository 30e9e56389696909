import { matcherText, type Matcher } from "../model/matcher";
import { regexpProblem } from "./anchored-regexp";
import { brokenRules, repeatedIn } from "../rules/rule-table";
import { compare } from "../internal/text-order";

/** What is wrong with the matchers of one route, or of one side of an inhibition. */
export function problemsInMatchers(
  matchers: readonly Matcher[],
): readonly string[] {
  return [
    ...repeatedIn(matchers.map(matcherText)).map(
      (matcher) => `matcher ${matcher} must be given once, got it twice`,
    ),
    ...matchers.flatMap(problemsInMatcher),
  ];
}

function problemsInMatcher(matcher: Matcher): readonly string[] {
  const { label, match, value } = matcher;
  const text = matcherText(matcher);
  const isRegex = match === "=~" || match === "!~";
  const problem = isRegex ? regexpProblem(value) : undefined;
  return brokenRules([
    [label === "", `matcher ${text} must have a label, got ""`],
    [
      !["=", "!=", "=~", "!~"].includes(match),
      `matcher ${text} must compare with =, !=, =~ or !~, got "${match}"`,
    ],
    [
      // Grafana strips one quote from either end: a difference after every apply, and another value.
      value.startsWith('"') || value.endsWith('"'),
      `matcher ${text} must not have quotes around its value: leave them out`,
    ],
    [
      problem !== undefined,
      `matcher ${text} must be a regular expression of RE2: ${problem ?? ""}`,
    ],
  ]);
}

/** A copy in an order that does not depend on how it was written: matchers are a set. */
export function sortedMatchers(
  matchers: readonly Matcher[],
): readonly Matcher[] {
  return [...matchers].sort((a, b) => compare(matcherText(a), matcherText(b)));
}
