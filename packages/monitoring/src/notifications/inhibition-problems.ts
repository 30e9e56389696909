import { duplicateNameProblems, duplicatesIn } from "../internal/duplicates";
import { problemsAt, type Problem } from "../internal/problem";
import { matcherText } from "../model/matcher";
import type { InhibitionRule } from "../model/route";
import { got } from "../rules/rule-table";
import { contradictionIn, impliesAll } from "./implication";
import { isLabelName, matcherProblems } from "./matcher-problems";

/** What a server refuses of inhibition rules, and rules that silence everything, or can never silence anything. */
export function inhibitionProblems(
  inhibitions: readonly InhibitionRule[],
): readonly Problem[] {
  return [
    ...duplicateNameProblems(
      "inhibition",
      inhibitions.map(({ name }) => name),
    ),
    ...inhibitions.flatMap(problemsOfOne),
  ];
}

function problemsOfOne(inhibition: InhibitionRule): readonly Problem[] {
  const { name, source, target, equal } = inhibition;
  const path = `inhibition "${name}"`;
  const never = neverApplies(inhibition);
  return [
    ...problemsAt(path, [
      [
        "name",
        !/^[a-zA-Z0-9_-]+$/.test(name),
        `'name' must be letters, digits, - or _, ${got(name)}`,
        "grafana",
      ],
      [
        "inhibition-all",
        source.length === 0,
        "'source' must have a matcher, got none: every alert would silence others",
      ],
      [
        "inhibition-all",
        target.length === 0,
        "'target' must have a matcher, got none: every alert would be silenced",
      ],
      [
        "label-name",
        equal.includes(""),
        `'equal' must hold names of labels, ${got(equal)}`,
      ],
      [
        "label-name",
        !equal.includes("") && !equal.every(isLabelName),
        `'equal' must hold labels of letters, digits and _, not starting with a digit, ${got(equal)}`,
        "alertmanager",
      ],
    ]),
    ...problemsAt(
      path,
      duplicatesIn(equal).map((label) => [
        "duplicate-label",
        true,
        `'equal' must name a label once, got "${label}" twice`,
      ]),
    ),
    ...matcherProblems(source, `${path} > source`),
    ...matcherProblems(target, `${path} > target`),
    ...problemsAt(path, [
      ["inhibition-never", never !== undefined, never ?? ""],
    ]),
  ];
}

/** Why a rule silences nothing, whatever alerts there are; `undefined` when it may. */
function neverApplies({
  source,
  target,
  equal,
}: InhibitionRule): string | undefined {
  for (const [side, matchers] of [
    ["source", source],
    ["target", target],
  ] as const) {
    const contradiction = contradictionIn(matchers);
    if (contradiction !== undefined)
      return `'${side}' must match some alert, got ${contradiction.map(matcherText).join(" and ")}, which none can match both`;
  }
  for (const label of equal) {
    const contradiction = contradictionIn(
      [...source, ...target].filter((matcher) => matcher.label === label),
    );
    if (contradiction !== undefined)
      return `'equal' must hold labels that both sides can share, got "${label}", of which they demand ${contradiction.map(matcherText).join(" and ")}; remove it from 'equal'`;
  }
  return source.length > 0 &&
    impliesAll(source, target) &&
    impliesAll(target, source)
    ? "'source' and 'target' must be different alerts, got the same, which do not silence each other; change 'target'"
    : undefined;
}
