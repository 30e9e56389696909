import type { RawGroup, RawRule } from "./rule-document";

/** A group of the file, its rules by kind: the model has groups of alerts and groups of recordings, none of both. */
export interface SortedGroup extends RawGroup {
  readonly alerts: readonly RawRule[];
  readonly recordings: readonly RawRule[];
  /** What the recordings' group is called: the group's own name, unless its alerts keep that. */
  readonly recordingsName: string;
}

/**
 * Sorts the rules of every group by kind. Of a group with both, the alerts keep the name and the recordings get it with
 * `-recordings`, once more where that is taken.
 */
export function sortedGroups(
  groups: readonly RawGroup[],
): readonly SortedGroup[] {
  const taken = new Set(groups.map(({ name }) => name));
  return groups.map((group) => {
    const alerts = group.rules.filter(({ fields }) => "alert" in fields);
    const recordings = group.rules.filter(({ fields }) => !("alert" in fields));
    if (alerts.length === 0 || recordings.length === 0)
      return { ...group, alerts, recordings, recordingsName: group.name };
    let recordingsName = `${group.name}-recordings`;
    while (taken.has(recordingsName)) recordingsName += "-recordings";
    taken.add(recordingsName);
    return { ...group, alerts, recordings, recordingsName };
  });
}

/** Where it is listed that a group with both kinds became two. */
export function mixedPath({ path }: RawGroup): string {
  return `${path}.name`;
}
