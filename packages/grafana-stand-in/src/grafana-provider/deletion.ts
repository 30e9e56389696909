/** What else a deletion removes, and what forbids it. */
import { text, type ObjectValue } from "./cty";
import {
  dashboardsShowing,
  referrersOf,
  unlink,
  type Referrer,
} from "./object-references";
import type { ObjectStore } from "./object-store";

/**
 * Removes an object and everything that lives in it. Returns why not, if
 * something still needs it; then nothing is removed.
 */
export function removeWithContents(
  store: ObjectStore,
  type: string,
  id: string,
  target: ObjectValue,
): string[] {
  const referrers = referrersOf(store, type, target);
  const blocking = referrers.filter(
    ({ reference }) => reference.onDelete === "refused",
  );
  if (blocking.length > 0) {
    return [`${id} is still used by ${blocking.map(describe).join(", ")}`];
  }
  if (type === "grafana_library_panel") {
    const shownBy = dashboardsShowing(store, target);
    if (shownBy.length > 0) return [`${id} is shown by ${shownBy.join(", ")}`];
  }
  const contents = referrers.filter(
    ({ reference }) => reference.onDelete === "deleted",
  );
  if (target["prevent_destroy_if_not_empty"] === true && contents.length > 0) {
    return [`folder ${id} is not empty: ${contents.map(describe).join(", ")}`];
  }
  store.delete(type, id);
  for (const content of contents) {
    const object = store.get(content.type, content.id);
    if (object !== undefined) {
      removeWithContents(store, content.type, content.id, object);
    }
  }
  return [];
}

/** The provider takes a mute timing out of `mute_timings` itself before it deletes it. */
export function unlinkMuteTiming(
  store: ObjectStore,
  timing: ObjectValue,
): void {
  const name = text(timing["name"]) ?? "";
  for (const { type, id, reference } of referrersOf(
    store,
    "grafana_mute_timing",
    timing,
  )) {
    const object = store.get(type, id);
    if (reference.onDelete === "unlinked" && object !== undefined) {
      store.put(type, id, unlink(object, reference.path, name));
    }
  }
}

function describe({ type, id, at }: Referrer): string {
  return `${type} ${id} (${at})`;
}
