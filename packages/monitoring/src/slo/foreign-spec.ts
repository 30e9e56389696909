/** A mapping of somebody else's YAML, of which nothing is known yet. */
export type ForeignSpec = Readonly<Record<string, unknown>>;

/** The value of `name`; a value that is null is none. */
export function field(spec: ForeignSpec, name: string): unknown {
  return spec[name] ?? undefined;
}

/** The mapping at `name`. Throws where there is none, naming `where`. */
export function recordAt(
  spec: ForeignSpec,
  name: string,
  where: string,
): ForeignSpec {
  const value = field(spec, name);
  if (!isSpec(value))
    throw new Error(`${where}: ${name} must be a mapping, got ${shown(value)}`);
  return value;
}

/** The text at `name`. Throws where there is none, naming `where`. */
export function stringAt(
  spec: ForeignSpec,
  name: string,
  where: string,
): string {
  const value = field(spec, name);
  if (typeof value !== "string" || value.trim() === "")
    throw new Error(`${where}: ${name} must be text, got ${shown(value)}`);
  return value;
}

/** The number at `name`. Throws where there is none, naming `where`. */
export function numberAt(
  spec: ForeignSpec,
  name: string,
  where: string,
): number {
  const value = field(spec, name);
  if (typeof value !== "number")
    throw new Error(`${where}: ${name} must be a number, got ${shown(value)}`);
  return value;
}

/** The texts of the mapping at `name`, which may be missing; numbers become text. */
export function textRecordAt(
  spec: ForeignSpec,
  name: string,
): Readonly<Record<string, string>> {
  const value = field(spec, name);
  if (!isSpec(value)) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, text]) =>
      typeof text === "string" || typeof text === "number"
        ? [[key, String(text)]]
        : [],
    ),
  );
}

/** Whether a value is a mapping. */
export function isSpec(value: unknown): value is ForeignSpec {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  return value === undefined ? "nothing" : JSON.stringify(value);
}
