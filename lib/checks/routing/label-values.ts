import type { Matcher } from "../../model/matcher";
import type { Notifications } from "../../model/deployment";
import { routesIn } from "../../routing/routes-in";
import { remembered } from "../remembered";

/**
 * By label, the values that the routes and inhibitions of an environment tell apart: those that a matcher names, and one that none does.
 * An alert whose label may be anything is followed with each of them.
 */
export const distinguishedValues = remembered(
  ({
    route,
    inhibitions,
  }: Notifications): ReadonlyMap<string, readonly string[]> => {
    const values = new Map<string, Set<string>>();
    for (const matchers of [
      ...routesIn(route).map((child) => child.matchers),
      ...inhibitions.flatMap(({ source, target }) => [source, target]),
    ])
      for (const matcher of matchers) {
        const known =
          values.get(matcher.label) ?? new Set([`other-${matcher.label}`]);
        for (const value of valuesNamedBy(matcher)) known.add(value);
        values.set(matcher.label, known);
      }
    return new Map([...values].map(([label, set]) => [label, [...set]]));
  },
);

/** The values that a matcher names: its own, or the alternatives of a regular expression made of plain words. */
function valuesNamedBy({ match, value }: Matcher): readonly string[] {
  if (match === "=" || match === "!=") return value === "" ? [] : [value];
  const inner = /^\((?:\?:)?([^()]*)\)$/.exec(value)?.[1] ?? value;
  return inner
    .split("|")
    .map((word) => word.replace(/\.[*+]/g, "x"))
    .filter((word) => /^[\w\- /:@,]+$/.test(word));
}
