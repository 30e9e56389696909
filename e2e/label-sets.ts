import fc from "fast-check";
import {
  type Labels,
  type Matcher,
  type RootRoute,
  type Route,
} from "monitoring-as-code";

/** Values that no tree speaks of. */
const strangers = [
  "other",
  "critical ",
  'say "x"',
  "back\\slash",
  "a=b,c",
  "ü",
];

/**
 * `count` different label sets, always the same ones: first one for each route, made to match it and its ancestors, then
 * half of that kind and half at random, of the labels and values that the tree speaks of, of values close to them, and of
 * absent labels. Every route is met, and many are just missed.
 */
export function labelSetsFor(
  root: RootRoute,
  count: number,
): readonly Labels[] {
  const paths = pathsIn(root.routes);
  const values = valuesIn(paths.flat());
  const different = new Map<string, Labels>();
  const add = (labels: Labels): void => {
    different.set(JSON.stringify(labels), labels);
  };
  for (const path of paths) add(matchingLabels(path, 0));
  const arbitrary = fc.oneof(
    randomLabels(values),
    fc
      .tuple(randomLabels(values), fc.constantFrom(...paths), fc.nat(9))
      .map(([labels, path, choice]) => ({
        ...labels,
        ...matchingLabels(path, choice),
      })),
  );
  for (let seed = 1; different.size < count && seed <= 50; seed += 1) {
    fc.sample(arbitrary, { numRuns: count, seed }).forEach(add);
  }
  return [...different.values()].slice(0, count);
}

/** For each route, its matchers and those of its ancestors. */
function pathsIn(
  routes: readonly Route[],
  above: readonly Matcher[] = [],
): readonly (readonly Matcher[])[] {
  return routes.flatMap((route) => {
    const path = [...above, ...route.matchers];
    return [path, ...pathsIn(route.routes ?? [], path)];
  });
}

function valuesIn(
  matchers: readonly Matcher[],
): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, string[]>([["alertname", []]]);
  for (const matcher of matchers) {
    const named = namedValues(matcher);
    const near = named.map((value) => `${value}x`);
    values.set(matcher.label, [
      ...(values.get(matcher.label) ?? []),
      ...named,
      ...near,
    ]);
  }
  return values;
}

function randomLabels(
  values: ReadonlyMap<string, readonly string[]>,
): fc.Arbitrary<Labels> {
  const record = Object.fromEntries(
    [...values].map(([label, known]) => [
      label,
      fc.oneof(
        { weight: 8, arbitrary: fc.constantFrom(...known, "other") },
        { weight: 1, arbitrary: fc.constantFrom(...strangers) },
      ),
    ]),
  );
  return fc.record(record, { requiredKeys: [] }) as fc.Arbitrary<Labels>;
}

/** Labels that satisfy the positive matchers; `choice` picks among alternatives. */
function matchingLabels(path: readonly Matcher[], choice: number): Labels {
  return Object.fromEntries(
    path
      .filter(({ match }) => match === "=" || match === "=~")
      .flatMap((matcher) => {
        const named = namedValues(matcher);
        const value = named[choice % Math.max(named.length, 1)];
        return value === undefined ? [] : [[matcher.label, value]];
      }),
  );
}

/** The values that a matcher names: its own, or the alternatives of its expression, with `x` for any text. */
function namedValues({ match, value }: Matcher): readonly string[] {
  const values =
    match === "=" || match === "!="
      ? [value]
      : value
          .replace(/[()^$]|\?:/g, "")
          .split("|")
          .map((part) => part.replace(/\.[*+]/g, "x"));
  return values.filter((text) => text !== "");
}
