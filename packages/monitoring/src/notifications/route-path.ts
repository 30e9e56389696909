import { matcherText, type Matcher } from "../model/matcher";

/** How the root of the tree is called in paths. */
export const rootPath = "route";

/**
 * The path of a child route, for messages: `route > system="shop" > severity="critical"`. A child without matchers
 * is `{}`; one that repeats the matchers of an earlier sibling carries its position among those: `severity="critical" (2)`.
 */
export function childPath(
  parent: string,
  siblings: readonly { readonly matchers: readonly Matcher[] }[],
  index: number,
): string {
  const own = matchersText(siblings[index]?.matchers ?? []);
  const position = siblings
    .slice(0, index + 1)
    .filter(({ matchers }) => matchersText(matchers) === own).length;
  return `${parent} > ${own}${position > 1 ? ` (${position})` : ""}`;
}

/** Matchers on one line: `severity="critical", team=~"a|b"`; none at all is `{}`. */
export function matchersText(matchers: readonly Matcher[]): string {
  return matchers.length === 0 ? "{}" : matchers.map(matcherText).join(", ");
}
