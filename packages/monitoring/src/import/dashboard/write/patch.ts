import { isWhole } from "../rules/defaults";
import {
  isFields,
  own,
  sameJson,
  type Fields,
  type Json,
} from "../../../internal/json-tree";

/**
 * What must be merged into `rendered` so that it becomes `original`, in the terms of `raw`: what is too much is set to
 * what Grafana assumes, where that is known, else taken away with null.
 */
export function patchTo(
  original: Fields,
  rendered: Fields,
  assumed: Fields = {},
  except: readonly string[] = [],
): Fields {
  const patch = new Map<string, Json>();
  const names = new Set([...Object.keys(original), ...Object.keys(rendered)]);
  for (const name of names) {
    if (except.includes(name)) continue;
    const wanted = own(original, name);
    const found = own(rendered, name);
    const usual = own(assumed, name);
    if (sameJson(wanted, found)) continue;
    // What means something only as a whole has no fields that are assumed.
    const inside =
      wanted !== undefined && isFields(usual) && isWhole(name, usual)
        ? {}
        : usual;
    patch.set(name, patchOf(wanted, found, inside));
  }
  return Object.fromEntries(patch);
}

function patchOf(wanted: Json, found: Json, usual: Json): Json {
  const inside = isFields(usual) ? usual : {};
  if (isFields(found) && (isFields(wanted) || wanted === undefined)) {
    // Of an object that must go, the fields go that are there, unless nothing is known of it.
    if (wanted === undefined && !isFields(usual)) return null;
    return patchTo(wanted ?? {}, found, inside);
  }
  if (wanted !== undefined) return wanted;
  return usual === undefined || isFields(usual) ? null : usual;
}

/** Two patches of one thing, the later one on top. */
export function joined(first: Fields, second: Fields): Fields {
  const result = new Map<string, Json>(Object.entries(first));
  for (const [name, value] of Object.entries(second)) {
    const before = result.get(name);
    result.set(
      name,
      isFields(before) && isFields(value) ? joined(before, value) : value,
    );
  }
  return Object.fromEntries(result);
}
