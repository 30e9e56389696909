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
