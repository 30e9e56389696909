/** A value as it stands in Grafana's JSON. */
export type RawValue =
  string | number | boolean | null | readonly RawValue[] | Raw;

/**
 * Fields in Grafana's own words, for what has no name here. They are merged in last: objects field by field, lists and
 * values whole; `null` takes a field away, so that Grafana's default holds.
 */
export interface Raw {
  readonly [field: string]: RawValue;
}

/** `model` with `raw` merged in. */
export function withRaw<Model extends object>(
  model: Model,
  raw: Raw | undefined,
): Model {
  return raw === undefined ? model : (merged(model, raw) as Model);
}

function merged(value: unknown, raw: RawValue): unknown {
  if (!isFields(raw)) return raw;
  const fields = new Map<string, unknown>(
    Object.entries(isFields(value) ? value : {}),
  );
  for (const [name, own] of Object.entries(raw)) {
    if (own === null) fields.delete(name);
    else fields.set(name, merged(fields.get(name), own));
  }
  return Object.fromEntries(fields);
}

function isFields(value: unknown): value is Raw {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
