import { matcherText, type Matcher } from "../model/matcher";
import type { InhibitionRule } from "../model/route";
import { contradictionIn, impliesAll } from "./implication";
import { checkMatchers, isLabelName } from "./matcher-problems";
import type { ProblemList } from "./routing-problem";

/** Inhibition rules that a back end refuses, that silence everything, or that can never silence anything. */
export function checkInhibitions(
  rules: readonly InhibitionRule[],
  problems: ProblemList,
): void {
  problems.duplicates(
    "inhibition",
    rules.map(({ name }) => name),
  );
  for (const rule of rules) {
    const path = `inhibition "${rule.name}"`;
    checkSide("source", rule.source, path, problems);
    checkSide("target", rule.target, path, problems);
    for (const label of rule.equal) {
      if (!isLabelName(label)) {
        problems.error(
          "label-name",
          path,
          `equal must hold labels of letters, digits and underscores, got "${label}"`,
        );
      }
    }
    const never = neverMatches(rule);
    if (never !== undefined) problems.error("inhibition-never", path, never);
  }
}

function checkSide(
  side: "source" | "target",
  matchers: readonly Matcher[],
  path: string,
  problems: ProblemList,
): void {
  checkMatchers(matchers, `${path}, ${side}`, problems);
  if (matchers.length === 0) {
    problems.error(
      "inhibition-all",
      path,
      `${side} must have a matcher, without one it is every alert`,
    );
  }
}

function neverMatches({
  source,
  target,
  equal,
}: InhibitionRule): string | undefined {
  for (const [side, matchers] of [
    ["source", source],
    ["target", target],
  ] as const) {
    const contradiction = contradictionIn(matchers);
    if (contradiction !== undefined) {
      return `never applies: no ${side} can match both ${contradiction.map(matcherText).join(" and ")}`;
    }
  }
  for (const label of equal) {
    const contradiction = contradictionIn(
      [...source, ...target].filter((matcher) => matcher.label === label),
    );
    if (contradiction !== undefined) {
      return `never applies: "${label}" must be equal on both sides, but they demand ${contradiction.map(matcherText).join(" and ")}; remove it from equal`;
    }
  }
  if (
    source.length > 0 &&
    impliesAll(source, target) &&
    impliesAll(target, source)
  ) {
    return "never applies: source and target are the same alerts, which do not silence each other; make the target different";
  }
  return undefined;
}
