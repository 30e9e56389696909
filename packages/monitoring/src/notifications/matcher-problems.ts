import { matcherText, type Matcher } from "../model/matcher";
import { regexpProblem } from "./anchored-regexp";
import type { ProblemList } from "./routing-problem";

const operators = ["=", "!=", "=~", "!~"];

/** Every label name that all supported versions of Prometheus and Alertmanager accept. */
export function isLabelName(name: string): boolean {
  return /^[a-zA-Z_][a-zA-Z0-9_]*$/.test(name);
}

/** Matchers that a back end refuses, or reads otherwise than they are written. */
export function checkMatchers(
  matchers: readonly Matcher[],
  path: string,
  problems: ProblemList,
): void {
  for (const matcher of matchers) {
    const { label, match, value } = matcher;
    if (!isLabelName(label)) {
      problems.error(
        "label-name",
        path,
        `matcher ${matcherText(matcher)} must name a label of letters, digits and underscores`,
      );
    }
    if (!operators.includes(match)) {
      problems.error(
        "operator",
        path,
        `matcher ${matcherText(matcher)} must use one of ${operators.join(", ")}`,
      );
    }
    if (value.startsWith('"') && value.endsWith('"') && value.length > 1) {
      problems.error(
        "quoted-value",
        path,
        `matcher ${matcherText(matcher)} has quotes in its value, which Grafana strips; leave them out`,
      );
    }
    if (match !== "=~" && match !== "!~") continue;
    const problem = regexpProblem(value);
    if (problem !== undefined) {
      problems.error(
        "regexp",
        path,
        `matcher ${matcherText(matcher)} must hold an RE2 expression: ${problem}`,
      );
    }
  }
}
