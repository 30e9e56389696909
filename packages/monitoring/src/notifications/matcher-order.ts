import { compare } from "../internal/text-order";
import { matcherText, type Matcher } from "../model/matcher";

/** A copy in an order that does not depend on how it was written: matchers are a set. */
export function sortedMatchers(
  matchers: readonly Matcher[],
): readonly Matcher[] {
  return [...matchers].sort((a, b) => compare(matcherText(a), matcherText(b)));
}
