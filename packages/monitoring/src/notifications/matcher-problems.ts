import { duplicatesIn } from "../internal/duplicates";
import { problemsAt, type Problem } from "../internal/problem";
import { matcherText, type Matcher } from "../model/matcher";
import { regexpProblem } from "./anchored-regexp";

const operators = ["=", "!=", "=~", "!~"];

/** Every label name that all supported versions of Prometheus and Alertmanager accept. */
export function isLabelName(name: string): boolean {
  return /^[a-zA-Z_][a-zA-Z0-9_]*$/.test(name);
}

/** What a server refuses of the matchers of one route or of one side of an inhibition, or reads otherwise than written. */
export function matcherProblems(
  matchers: readonly Matcher[],
  path: string,
): readonly Problem[] {
  return [
    ...problemsAt(
      path,
      duplicatesIn(matchers.map(matcherText)).map((text) => [
        "duplicate-matcher",
        true,
        `matcher ${text} must be given once, got it twice`,
      ]),
    ),
    ...matchers.flatMap((matcher) => problemsOfOne(matcher, path)),
  ];
}

function problemsOfOne(matcher: Matcher, path: string): readonly Problem[] {
  const { label, match, value } = matcher;
  const text = matcherText(matcher);
  const isRegex = match === "=~" || match === "!~";
  const problem = isRegex ? regexpProblem(value) : undefined;
  return problemsAt(path, [
    ["label-name", label === "", `matcher ${text} must have a label, got ""`],
    [
      "label-name",
      label !== "" && !isLabelName(label),
      `matcher ${text} must name a label of letters, digits and _, not starting with a digit`,
      "alertmanager",
    ],
    [
      "operator",
      !operators.includes(match),
      `matcher ${text} must compare with =, !=, =~ or !~, got "${match}"`,
    ],
    [
      // Grafana strips one quote from either end: a difference after every apply, and another value.
      "quoted-value",
      value.startsWith('"') || value.endsWith('"'),
      `matcher ${text} must not have quotes around its value: leave them out`,
      "grafana",
    ],
    [
      "regexp",
      problem !== undefined,
      `matcher ${text} must be a regular expression of RE2: ${problem ?? ""}`,
    ],
  ]);
}
