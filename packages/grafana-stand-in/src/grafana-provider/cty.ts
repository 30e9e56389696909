/** Values of Terraform's type system (cty), as plain JavaScript values. */

/**
 * A value that is known only after apply. `extensionType` 0 is a plain unknown,
 * 12 one with refinements (Terraform sends it for interpolation inside a
 * string); the bytes are kept as they came.
 */
export class Unknown {
  constructor(
    readonly extensionType: 0 | 12 = 0,
    readonly refinement: Uint8Array = new Uint8Array([0]),
  ) {}
}

export const UNKNOWN = new Unknown();

export interface ObjectValue {
  [name: string]: Value;
}

/**
 * Numbers come as number, as bigint (64-bit integers), or as a decimal string
 * (anything that a double cannot hold exactly); all three go back as they came.
 */
export type Value =
  null | boolean | number | bigint | string | Unknown | Value[] | ObjectValue;

export function isObject(value: Value | undefined): value is ObjectValue {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Unknown)
  );
}

/** True if the value is unknown, or holds an unknown at any depth. */
export function hasUnknown(value: Value): boolean {
  if (value instanceof Unknown) return true;
  if (Array.isArray(value)) return value.some(hasUnknown);
  return isObject(value) && Object.values(value).some(hasUnknown);
}

/** An unknown equals nothing, not even itself: it never proves "no change". */
export function equal(a: Value, b: Value): boolean {
  if (a instanceof Unknown || b instanceof Unknown) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((element, index) => equal(element, b[index] ?? null))
    );
  }
  if (isObject(a) && isObject(b)) {
    const names = Object.keys(a);
    return (
      names.length === Object.keys(b).length &&
      names.every((name) => name in b && equal(a[name]!, b[name]!))
    );
  }
  if (typeof a === "bigint" || typeof b === "bigint") {
    return isNumeric(a) && isNumeric(b) && a == b;
  }
  return a === b;
}

function isNumeric(value: Value): value is number | bigint {
  return typeof value === "number" || typeof value === "bigint";
}

/** The text of a known string, otherwise undefined. */
export function text(value: Value | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** The objects of a list or set of blocks; none if it is null or unknown. */
export function blocks(value: Value | undefined): ObjectValue[] {
  if (isObject(value)) return [value];
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** The known strings of a list or set of strings. */
export function texts(value: Value | undefined): string[] {
  return Array.isArray(value)
    ? value.filter((element) => typeof element === "string")
    : [];
}
