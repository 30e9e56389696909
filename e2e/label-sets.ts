import fc from "fast-check";
import type { Labels } from "../lib/model/labels";
import type { Matcher } from "../lib/model/matcher";
import type { RootRoute } from "../lib/model/route";
import { routesIn } from "../lib/routing/routes-in";

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
 * `count` different label sets, always the same ones, made of the labels and values that the tree's matchers speak of,
 * of values close to them, and of absent labels: every route is met, and many are just missed.
 */
export function labelSetsFor(
  root: RootRoute,
  count: number,
): readonly Labels[] {
  const values = new Map<string, Set<string>>([
    ["alertname", new Set()],
    ["stranger", new Set()],
  ]);
  for (const matcher of routesIn(root).flatMap(({ matchers }) => matchers)) {
    const known = values.get(matcher.label) ?? new Set();
    for (const value of valuesNear(matcher)) known.add(value);
    values.set(matcher.label, known);
  }
  const arbitrary = fc.record(
    Object.fromEntries(
      [...values].map(([label, known]) => [
        label,
        fc.oneof(
          { weight: 8, arbitrary: fc.constantFrom(...known, "other") },
          { weight: 1, arbitrary: fc.constantFrom(...strangers) },
        ),
      ]),
    ),
    { requiredKeys: [] },
  ) as fc.Arbitrary<Labels>;
  const different = new Map<string, Labels>();
  for (let seed = 1; different.size < count && seed <= 50; seed += 1) {
    for (const labels of fc.sample(arbitrary, { numRuns: count, seed })) {
      different.set(JSON.stringify(labels), labels);
    }
  }
  return [...different.values()].slice(0, count);
}

function valuesNear({ match, value }: Matcher): readonly string[] {
  const named =
    match === "=" || match === "!="
      ? [value]
      : value
          .replace(/[()^$]|\?:/g, "")
          .split("|")
          .map((part) => part.replace(/\.[*+]/g, "x"));
  return named
    .filter((text) => text !== "")
    .flatMap((text) => [text, text, text, `${text}x`]);
}
