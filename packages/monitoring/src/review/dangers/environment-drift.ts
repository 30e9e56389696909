import type { Comparison } from "../resource-change";
import type { Danger } from "../review-model";
import { rulesOf } from "../rules/rule-content";
import { list, text, words } from "../text";
import { textOf } from "../value";

type Sides = Map<string, { before?: string; after?: string }>;

/**
 * Dashboards and rules that were the same in several environments and are not any more. Environments that a comparison
 * does not hold cannot be told.
 */
export function environmentDrift(
  comparisons: readonly Comparison[],
): readonly Danger[] {
  if (comparisons.length < 2) return [];
  const objects = new Map<string, Sides>();
  for (const comparison of comparisons)
    for (const side of ["before", "after"] as const)
      for (const [name, content] of contentsOf(comparison, side)) {
        const known = objects.get(name) ?? (new Map() as Sides);
        objects.set(name, known);
        const { environment } = comparison;
        known.set(environment, { ...known.get(environment), [side]: content });
      }
  return [...objects].flatMap(([name, sides]) => {
    const both = [...sides].filter(
      ([, { before, after }]) => before !== undefined && after !== undefined,
    );
    const changed = both.filter(([, { before, after }]) => before !== after);
    const before = new Set(both.map(([, side]) => side.before));
    const after = new Set(both.map(([, side]) => side.after));
    if (changed.length === 0 || before.size > 1 || after.size < 2) return [];
    const [noun = "", ...rest] = name.split(" ");
    const others = both.filter((one) => !changed.includes(one));
    return [
      {
        kind: "drift" as const,
        text:
          others.length === 0
            ? text`${[noun]} ${rest.join(" ")} was the same everywhere, and changes differently in ${list(changed.map(([environment]) => environment))}`
            : text`${[noun]} ${rest.join(" ")} changes in ${list(changed.map(([environment]) => environment))} and not in ${list(others.map(([environment]) => environment))}, where it was the same`,
        action: words(
          "change it everywhere, or put the difference into the environments' data",
        ),
      },
    ];
  });
}

/** What must be the same: dashboards whole, rules by what they measure and when they fire. */
function contentsOf(
  { changes }: Comparison,
  side: "before" | "after",
): readonly (readonly [string, string])[] {
  // The address of a dashboard comes from its uid, so it is the same in every environment.
  const dashboards = changes.flatMap((change) => {
    const json = textOf(change[side]?.config_json);
    return change.type === "grafana_dashboard" && json !== undefined
      ? [
          [
            `dashboard ${change.address.replace(/^grafana_dashboard\./, "")}`,
            json,
          ] as const,
        ]
      : [];
  });
  const rules = rulesOf(changes, side)
    .filter(({ uid }) => uid !== "")
    .map(
      ({ uid, queries, condition, severity }) =>
        [
          `rule ${uid}`,
          JSON.stringify([queries, condition, severity]),
        ] as const,
    );
  return [...dashboards, ...rules];
}
