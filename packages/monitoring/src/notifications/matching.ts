import type { Labels } from "../model/labels";
import type { Matcher } from "../model/matcher";
import { anchoredRegexp } from "./anchored-regexp";

/** Tells whether an alert with these labels is meant. */
export type LabelTest = (labels: Labels) => boolean;

/** The value of a label; a label that is absent is empty. */
export function labelValue(labels: Labels, label: string): string {
  return Object.hasOwn(labels, label) ? (labels[label] ?? "") : "";
}

/** Whether the value of its label satisfies `matcher`. Throws on a bad regular expression. */
export function matchesValue(
  { match, value }: Matcher,
  candidate: string,
): boolean {
  switch (match) {
    case "=":
      return candidate === value;
    case "!=":
      return candidate !== value;
    case "=~":
      return anchoredRegexp(value).test(candidate);
    case "!~":
      return !anchoredRegexp(value).test(candidate);
  }
}

/** Whether all `matchers` hold; none at all holds for every alert. Expressions are compiled once, at the call. */
export function labelTest(matchers: readonly Matcher[]): LabelTest {
  for (const { match, value } of matchers) {
    if (match === "=~" || match === "!~") anchoredRegexp(value);
  }
  return (labels) =>
    matchers.every((matcher) =>
      matchesValue(matcher, labelValue(labels, matcher.label)),
    );
}
