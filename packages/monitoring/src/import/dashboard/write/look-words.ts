import type { Look, Override } from "../../../dashboards/overrides";
import type { AnyPanelProps } from "../../../dashboards/panel";
import type { Thresholds } from "../../../dashboards/thresholds";
import {
  Call,
  literal,
  word,
  type Expression,
  type ExpressionFields,
} from "./expression";

/** `thresholds(…)`, or by the common patterns `highIsBad(…)` and `lowIsBad(…)`. */
export function thresholdsWord({ base, steps }: Thresholds): Call {
  const [first, second] = steps.map(([from]) => from);
  switch ([base, ...steps.map(([, color]) => color)].join(" ")) {
    case "green red":
      return word("highIsBad", { critical: first });
    case "green orange red":
      return word("highIsBad", { warning: first, critical: second });
    case "red orange green":
      return word("lowIsBad", { warning: second, critical: first });
    default:
      return word("thresholds", base, ...steps);
  }
}

/** Properties of a panel or a look: thresholds and overrides by their words, the others as they are. */
export function propertyWords(
  props: Partial<AnyPanelProps> | Look,
): ExpressionFields {
  return Object.fromEntries(
    Object.entries(props).map(([name, value]): [string, Expression] => {
      if (value === undefined) return [name, undefined];
      if (name === "thresholds")
        return [name, thresholdsWord(value as Thresholds)];
      if (name === "overrides")
        return [name, (value as readonly Override[]).map(overrideWord)];
      return [name, literal(value)];
    }),
  );
}

const by: Readonly<Record<string, string>> = {
  byName: "byName",
  byRegexp: "byRegexp",
  byFrameRefID: "byQuery",
  byType: "byType",
};

function overrideWord({ by: matcher, of, look }: Override): Call {
  const named = Object.hasOwn(by, matcher) ? by[matcher] : undefined;
  const words = propertyWords(look);
  return named !== undefined && typeof of === "string"
    ? new Call(named, [of, words])
    : new Call("byMatcher", [matcher, literal(of), words]);
}
