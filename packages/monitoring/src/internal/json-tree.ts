/** A JSON object whose fields are not known. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** `value` when it is an object, otherwise one without fields. */
export function objectOf(value: unknown): JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : {};
}

/** The objects of `value` when it is a list, otherwise none. */
export function objectsOf(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.map(objectOf) : [];
}

/** Calls `visit` on `value` and on all that it holds, with the name of the field or the index that it stands in. */
export function walk(
  value: unknown,
  visit: (value: unknown, name: string) => void,
  name = "",
): void {
  visit(value, name);
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) walk(inner, visit, key);
}

/** Anything that JSON can say. */
export type Json =
  string | number | boolean | null | undefined | Json[] | Fields;

/** An object whose fields are changed in place while a dashboard is normalized. */
export interface Fields {
  [field: string]: Json;
}

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The same as {@link objectOf}, to be changed in place. */
export function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {};
}

/** The objects in `value` when it is a list, otherwise none. */
export function listOf(value: unknown): Fields[] {
  return Array.isArray(value) ? value.filter(isFields) : [];
}

export function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

export function numberOf(value: unknown): number | undefined {
  if (typeof value === "number" && Number.isFinite(value)) return value;
  return typeof value === "string" &&
    value.trim() !== "" &&
    Number.isFinite(Number(value))
    ? Number(value)
    : undefined;
}

/** The field `name` as an object, which is made when it is not there. */
export function fieldsIn(parent: Fields, name: string): Fields {
  const found = own(parent, name);
  if (isFields(found)) return found;
  const made: Fields = {};
  parent[name] = made;
  return made;
}

/** A copy that shares nothing with `value`: structuredClone for what is JSON, several times as fast. */
export function copyOf<Value extends Json>(value: Value): Value;
export function copyOf(value: Json): Json {
  if (Array.isArray(value)) return value.map((item) => copyOf(item));
  if (!isFields(value)) return value;
  const copy: Fields = {};
  for (const name of Object.keys(value)) {
    const inner = copyOf(value[name]);
    // An assignment to this name would set the prototype.
    if (name === "__proto__")
      Object.defineProperty(copy, name, {
        value: inner,
        configurable: true,
        enumerable: true,
        writable: true,
      });
    else copy[name] = inner;
  }
  return copy;
}

/** A field of the object itself: names such as `constructor` come from nowhere else. */
export function own(fields: Fields, name: string): Json {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

/** True when two values are the same JSON, whatever the order of their fields. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return (
      a.length === b.length &&
      a.every((item, index) => sameJson(item, b[index]))
    );
  if (!isFields(a) || !isFields(b)) return a === b;
  // A field that is undefined is one that is not there.
  return (
    Object.keys(a).every((name) => sameJson(a[name], own(b, name))) &&
    Object.keys(b).every(
      (name) => Object.hasOwn(a, name) || b[name] === undefined,
    )
  );
}

/** Calls `visit` on every object in `value`, those above before those inside. */
export function eachObject(value: Json, visit: (fields: Fields) => void): void {
  if (Array.isArray(value)) for (const item of value) eachObject(item, visit);
  else if (isFields(value)) {
    visit(value);
    for (const inner of Object.values(value)) eachObject(inner, visit);
  }
}

/** A text, number or truth value as text; nothing for what has none. */
export function plainText(value: unknown): string {
  return typeof value === "string" ||
    typeof value === "number" ||
    typeof value === "boolean"
    ? String(value)
    : "";
}
