import type { JsonObject } from "../../internal/json-tree";
import { matcherText, type Matcher } from "../../model/matcher";
import { labelTest, type LabelTest } from "../../notifications/matching";
import { ReviewInputError, type ResourceChange } from "../resource-change";
import { resourceName } from "../resource-name";
import type { Danger } from "../review-model";
import { fixedLabels } from "../routing/label-sets";
import type { RulePair } from "../rules/match-rules";
import { list, text, words } from "../text";
import { blocksOf, isSame, textOf } from "../value";

/** Critical alerts that an inhibition rule may silence and could not until now, as far as their rules fix their labels. */
export function inhibitionDangers(
  changes: readonly ResourceChange[],
  pairs: readonly RulePair[],
): readonly Danger[] {
  return changes.flatMap((change): readonly Danger[] => {
    const { type, address, before, after } = change;
    if (
      !type.includes("inhibition") ||
      after === undefined ||
      isSame(before, after)
    )
      return [];
    const silenced = targetsOf(address, after, pairs);
    const until = before === undefined ? [] : targetsOf(address, before, pairs);
    const added = silenced.filter((alert) => !until.includes(alert));
    return added.length === 0
      ? []
      : [
          {
            kind: "alert-silent",
            text: text`${resourceName(change)} may silence critical alerts from now on: ${list(added)}`,
            action: words(
              "make sure that whoever is notified of its source also learns of them",
            ),
          },
        ];
  });
}

function targetsOf(
  address: string,
  attributes: JsonObject,
  pairs: readonly RulePair[],
): readonly string[] {
  const matchers = blocksOf(blocksOf(attributes.spec)[0]?.target_matchers).map(
    matcherOf,
  );
  const isTarget = testOf(matchers, address);
  // An alert that is new has no hearers that would miss it.
  return pairs.flatMap(({ before, after: rule }) =>
    before !== undefined &&
    rule?.record === undefined &&
    rule?.severity === "critical" &&
    matchers.length > 0 &&
    isTarget(fixedLabels(rule))
      ? [rule.name]
      : [],
  );
}

function testOf(matchers: readonly Matcher[], address: string): LabelTest {
  try {
    return labelTest(matchers);
  } catch (error) {
    throw new ReviewInputError(
      `${address}: a matcher's expression must be RE2, got ${matchers.map(matcherText).join(", ")}`,
      { cause: error },
    );
  }
}

function matcherOf({ label, type, value }: JsonObject): Matcher {
  const match = (["!=", "=~", "!~"] as const).find((sign) => sign === type);
  return {
    label: textOf(label) ?? "",
    match: match ?? "=",
    value: textOf(value) ?? "",
  };
}
