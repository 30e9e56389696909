/** A rule's uid is its identity on the server, its position its identity in Terraform. */
import { blocks, text, type ObjectValue } from "./cty";
import type { ObjectStore } from "./object-store";

const TYPE = "grafana_rule_group";

/** A rule lives in one group: storing it takes it out of every other, and an empty group vanishes. */
export function moveRules(
  store: ObjectStore,
  groupId: string,
  group: ObjectValue,
): void {
  const moved = new Set(blocks(group["rule"]).map(({ uid }) => text(uid)));
  for (const [id, other] of store.entries(TYPE)) {
    if (id === groupId) continue;
    const rules = blocks(other["rule"]);
    const kept = rules.filter(({ uid }) => !moved.has(text(uid)));
    if (kept.length === rules.length) continue;
    if (kept.length === 0) store.delete(TYPE, id);
    else store.put(TYPE, id, { ...other, rule: kept });
  }
}

/**
 * Rules that changed places while their uids stayed where they were: the server
 * sees two rules trade titles and refuses. A uid in the configuration moves
 * with its rule, so it never comes to this.
 */
export function reorderedRules(
  prior: ObjectValue,
  planned: ObjectValue,
): string[] {
  const before = new Map(
    blocks(prior["rule"]).map(({ name, uid }) => [text(name), text(uid)]),
  );
  return blocks(planned["rule"])
    .filter(
      ({ name, uid }) =>
        before.has(text(name)) &&
        before.get(text(name)) !== text(uid) &&
        [...before.values()].includes(text(uid)) &&
        blocks(planned["rule"]).length === before.size,
    )
    .map(
      ({ name, uid }) =>
        `rule ${text(name)}: rule UID ${text(uid)} is defined more than once`,
    );
}
