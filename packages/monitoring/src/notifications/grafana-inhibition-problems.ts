import { matcherText } from "../model/matcher";
import type { InhibitionRule } from "../model/route";
import { problemsInMatchers } from "./grafana-matcher-problems";
import { brokenRules, got, repeatedIn } from "../rules/rule-table";

/** What is wrong with the inhibition rules of one organisation. */
export function problemsInInhibitions(
  inhibitions: readonly InhibitionRule[],
): readonly string[] {
  return [
    ...repeatedIn(inhibitions.map(({ name }) => name)).map(
      (name) => `inhibitions must have different names, got "${name}" twice`,
    ),
    ...inhibitions.flatMap((inhibition) =>
      problemsInInhibition(inhibition).map(
        (problem) => `inhibition "${inhibition.name}": ${problem}`,
      ),
    ),
  ];
}

function problemsInInhibition({
  name,
  source,
  target,
  equal,
}: InhibitionRule): readonly string[] {
  return [
    ...brokenRules([
      [
        !/^[a-zA-Z0-9_-]+$/.test(name),
        `'name' must be letters, digits, - or _, ${got(name)}`,
      ],
      [
        source.length === 0,
        "'source' must have a matcher, got none: every alert would silence others",
      ],
      [
        target.length === 0,
        "'target' must have a matcher, got none: every alert would be silenced",
      ],
      [equal.includes(""), `'equal' must hold names of labels, ${got(equal)}`],
    ]),
    ...repeatedIn(equal).map(
      (label) => `'equal' must name a label once, got "${label}" twice`,
    ),
    ...problemsInMatchers(source).map((problem) => `'source': ${problem}`),
    ...problemsInMatchers(target).map((problem) => `'target': ${problem}`),
    ...(sameMatchers(source, target) && equal.length === 0
      ? [
          "'source' and 'target' must differ where 'equal' is empty, got the same: nothing would ever be inhibited",
        ]
      : []),
  ];
}

function sameMatchers(
  source: InhibitionRule["source"],
  target: InhibitionRule["target"],
): boolean {
  const texts = (matchers: InhibitionRule["source"]): string =>
    matchers.map(matcherText).sort().join();
  return source.length > 0 && texts(source) === texts(target);
}
