import { mapAttributes, valueAt } from "./attributes";
import { equal, UNKNOWN, type ObjectValue } from "./cty";
import { replacedBy } from "./replacement";
import type { Block } from "./schema";
import { plannedSpelling, sameForProvider } from "./spelling";

export interface PlannedChange {
  readonly planned: ObjectValue;
  /** Attributes whose change asks for a new object. */
  readonly replacedBy: readonly string[];
}

/** Computed attributes that any update changes. */
const changedByUpdate: Readonly<Record<string, readonly string[]>> = {
  grafana_dashboard: ["version"],
  grafana_library_panel: ["version", "updated"],
};

/**
 * Plans the step from the prior state (null: create) to the proposed one.
 * A computed attribute that is null so far becomes unknown, at every depth.
 */
export function planChange(
  type: string,
  block: Block,
  prior: ObjectValue | null,
  proposed: ObjectValue,
): PlannedChange {
  if (prior !== null && equal(prior, proposed)) return unchanged(prior);
  const planned = mapAttributes(block, proposed, (value, place) => {
    if (place.attribute.write_only) return null;
    if (place.attribute.computed && value === null) return UNKNOWN;
    const spelled = plannedSpelling(type, value, place);
    if (prior === null) return spelled;
    const before = valueAt(prior, place.steps);
    return sameForProvider(type, place, before, spelled) ? before : spelled;
  });
  if (prior === null) return { planned, replacedBy: [] };
  if (equal(prior, planned)) return unchanged(prior);
  for (const name of changedByUpdate[type] ?? []) planned[name] = UNKNOWN;
  return { planned, replacedBy: replacedBy(type, prior, planned) };
}

function unchanged(prior: ObjectValue): PlannedChange {
  return { planned: prior, replacedBy: [] };
}
