import type { Labels } from "../../model/labels";
import type { Matcher } from "../../model/matcher";
import type { RootRoute, Route } from "../../model/route";
import { matchesValue } from "../../notifications/matching";

/** By label, the values that matter: each that a matcher names, and one that none does. */
export type DistinguishedValues = ReadonlyMap<string, readonly string[]>;

/**
 * The values that the trees tell apart for alerts with the labels of one of the `variants`, the label sets that a rule
 * fixes before and after. Routes that such alerts never enter tell nothing apart.
 */
export function distinguishedBy(
  trees: readonly (RootRoute | undefined)[],
  variants: readonly Labels[],
): DistinguishedValues {
  const values = new Map<string, Set<string>>();
  const visit = (route: Route): void => {
    if (!variants.some((fixed) => mayEnter(route, fixed))) return;
    for (const matcher of route.matchers) {
      const { label } = matcher;
      const known = values.get(label) ?? new Set([`other-${label}`]);
      values.set(label, known);
      for (const value of valuesNamedBy(matcher)) known.add(value);
    }
    route.routes?.forEach(visit);
  };
  for (const tree of trees) tree?.routes.forEach(visit);
  return new Map([...values].map(([label, set]) => [label, [...set]]));
}

function mayEnter({ matchers }: Route, fixed: Labels): boolean {
  return matchers.every((matcher) => {
    const value = fixed[matcher.label];
    return value === undefined || matchesValue(matcher, value);
  });
}

/** The values that a matcher names: its own, or the alternatives of an expression that is made of plain words. */
function valuesNamedBy({ match, value }: Matcher): readonly string[] {
  if (match === "=" || match === "!=") return value === "" ? [] : [value];
  const inner = /^\((?:\?:)?([^()]*)\)$/.exec(value)?.[1] ?? value;
  return inner
    .split("|")
    .map((word) => word.replace(/\.[*+]/g, "x"))
    .filter((word) => /^[\w\- /:@,]+$/.test(word));
}
