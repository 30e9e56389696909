import { isDeepStrictEqual } from "node:util";

/** A value that must not be shown. It compares, but neither text nor JSON of it gives it away. */
export class Hidden {
  readonly #value: unknown;

  constructor(value: unknown) {
    this.#value = value;
  }

  /** Whether both hide the same, as far as both are known. */
  equals(other: Hidden): boolean {
    return isSame(this.#value, other.#value);
  }

  /** Whether something is there at all: a contact point without Slack has a hidden, empty list of Slack integrations. */
  get isEmpty(): boolean {
    return isAbsent(this.#value);
  }

  toString(): string {
    return "(sensitive)";
  }

  toJSON(): string {
    return this.toString();
  }
}

/** A value that Terraform learns when it applies. */
export class Unknown {
  toString(): string {
    return "(known after apply)";
  }

  toJSON(): string {
    return this.toString();
  }
}

export const unknownValue = new Unknown();

/** Terraform writes what is not given as null, or as an empty list of blocks. */
export function isAbsent(value: unknown): boolean {
  if (value instanceof Hidden) return value.isEmpty;
  return (
    value === undefined ||
    value === null ||
    (Array.isArray(value) && value.length === 0)
  );
}

/** Whether there is no difference to report: absent is absent however it is written, hidden values compare unseen. */
export function isSame(before: unknown, after: unknown): boolean {
  if (before === after) return true;
  if (isAbsent(before) || isAbsent(after))
    return isAbsent(before) && isAbsent(after);
  if (before instanceof Hidden || after instanceof Hidden)
    return (
      before instanceof Hidden &&
      after instanceof Hidden &&
      before.equals(after)
    );
  if (before instanceof Unknown || after instanceof Unknown)
    return before instanceof Unknown && after instanceof Unknown;
  if (Array.isArray(before) && Array.isArray(after))
    return (
      before.length === after.length &&
      before.every((value, index) => isSame(value, after[index]))
    );
  if (isObject(before) && isObject(after))
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].every(
      (key) => isSame(before[key], after[key]),
    );
  return isDeepStrictEqual(before, after);
}

/** A plain object: neither a list, nor hidden, nor unknown. */
export function isObject(
  value: unknown,
): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Hidden) &&
    !(value instanceof Unknown)
  );
}

/** The blocks of one name: Terraform's JSON writes a list, or the block alone. */
export function blocksOf(
  value: unknown,
): readonly Readonly<Record<string, unknown>>[] {
  if (Array.isArray(value)) return value.filter(isObject);
  return isObject(value) ? [value] : [];
}

/** `value` when it is text. */
export function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** A copy without some fields. */
export function without(
  value: Readonly<Record<string, unknown>>,
  fields: readonly string[],
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(value).filter(([field]) => !fields.includes(field)),
  );
}
