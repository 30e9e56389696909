import { kebabCase } from "../../model/uid";
import { pagingKinds } from "../../notifications/integrations/integration";
import { ofType, type ResourceChange } from "../resource-change";
import { isAbsent, textOf } from "../value";

/** Attributes of a contact point that are no integrations. */
const own = new Set(["id", "name", "org_id", "disable_provenance"]);

/** The kinds of integrations of every contact point of one side, by its name. */
export function integrationsByName(
  changes: readonly ResourceChange[],
  side: "before" | "after",
): ReadonlyMap<string, readonly string[]> {
  return new Map(
    ofType(changes, "grafana_contact_point").flatMap((change) => {
      const attributes = change[side];
      const name = textOf(attributes?.name);
      if (attributes === undefined || name === undefined) return [];
      return [
        [
          name,
          Object.keys(attributes).filter(
            (kind) => !own.has(kind) && !isAbsent(attributes[kind]),
          ),
        ] as const,
      ];
    }),
  );
}

/** Whether a contact point with these integrations wakes somebody up. */
export function pages(kinds: readonly string[] | undefined): boolean {
  const known: readonly string[] = pagingKinds;
  return (kinds ?? []).some((kind) => known.includes(kebabCase(kind)));
}
