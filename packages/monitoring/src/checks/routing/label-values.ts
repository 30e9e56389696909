import type { Labels } from "../../model/labels";
import type { Matcher } from "../../model/matcher";
import type { RootRoute, Route } from "../../model/route";
import { labelValue, matchesValue } from "../../notifications/matching";

/** By label, the values that matter: each that a matcher names, and one that none does. */
export type DistinguishedValues = ReadonlyMap<string, readonly string[]>;

/**
 * The values that the routes of a tree tell apart for alerts with the labels `fixed`; of a label that may be anything,
 * each of them is followed. Routes that such alerts never enter tell nothing apart.
 */
export function distinguishedValues(
  { routes }: RootRoute,
  fixed: Labels,
): DistinguishedValues {
  const entered: Matcher[] = [];
  const visit = (route: Route): void => {
    if (!route.matchers.every((matcher) => mayMatch(matcher, fixed))) return;
    entered.push(...route.matchers);
    route.routes?.forEach(visit);
  };
  routes.forEach(visit);
  return valuesOf(entered);
}

/** The values that `matchers` tell apart. */
export function valuesOf(matchers: readonly Matcher[]): DistinguishedValues {
  const values = new Map<string, Set<string>>();
  for (const matcher of matchers) {
    const known =
      values.get(matcher.label) ?? new Set([`other-${matcher.label}`]);
    for (const value of valuesNamedBy(matcher)) known.add(value);
    values.set(matcher.label, known);
  }
  return new Map([...values].map(([label, set]) => [label, [...set]]));
}

function mayMatch(matcher: Matcher, fixed: Labels): boolean {
  return (
    fixed[matcher.label] === undefined ||
    matchesValue(matcher, labelValue(fixed, matcher.label))
  );
}

/** The values that a matcher names: its own, or the alternatives of a regular expression made of plain words. */
function valuesNamedBy({ match, value }: Matcher): readonly string[] {
  if (match === "=" || match === "!=") return value === "" ? [] : [value];
  const inner = /^\((?:\?:)?([^()]*)\)$/.exec(value)?.[1] ?? value;
  return inner
    .split("|")
    .map((word) => word.replace(/\.[*+]/g, "x"))
    .filter((word) => /^[\w\- /:@,]+$/.test(word));
}
