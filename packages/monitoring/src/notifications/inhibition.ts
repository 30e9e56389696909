import type { Labels } from "../model/labels";
import type { InhibitionRule } from "../model/route";
import { labelTest, labelValue, type LabelTest } from "./matching";

interface Sides {
  readonly isSource: LabelTest;
  readonly isTarget: LabelTest;
}

const compiled = new WeakMap<InhibitionRule, Sides>();

/**
 * The names of the rules that silence an alert with `labels` while the alerts `firing` fire, as Alertmanager decides:
 * an alert that is both source and target of a rule is not silenced by alerts of which the same is true, itself included.
 */
export function inhibitionsOf(
  rules: readonly InhibitionRule[],
  labels: Labels,
  firing: readonly Labels[],
): readonly string[] {
  return rules
    .filter((rule) => {
      const { isSource, isTarget } = sidesOf(rule);
      if (!isTarget(labels)) return false;
      const excludesTwoSided = isSource(labels);
      return firing.some(
        (other) =>
          isSource(other) &&
          rule.equal.every(
            (label) => labelValue(other, label) === labelValue(labels, label),
          ) &&
          !(excludesTwoSided && isTarget(other)),
      );
    })
    .map(({ name }) => name);
}

function sidesOf(rule: InhibitionRule): Sides {
  const known = compiled.get(rule);
  if (known !== undefined) return known;
  const sides = {
    isSource: labelTest(rule.source),
    isTarget: labelTest(rule.target),
  };
  compiled.set(rule, sides);
  return sides;
}
