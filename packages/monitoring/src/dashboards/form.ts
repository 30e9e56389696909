import { sameJson } from "../internal/json-tree";

/** How a value is said in Grafana's words, and read from them. */
export interface Form<Value, Props = unknown> {
  /** `undefined` writes nothing. */
  readonly write: (value: Value, props: Props) => unknown;
  /** The value that is written so; `undefined` where there is none. `before` are the properties that were read already. */
  readonly read: (found: unknown, before: Props) => Value | undefined;
}

/** A form of values that Grafana has in the same words, as far as they are `allowed`. */
export function asItIs<Value>(
  allowed: (found: unknown) => found is Value,
): Form<Value> {
  return {
    write: (value) => value,
    read: (found) => (allowed(found) ? found : undefined),
  };
}

/** Any text. */
export const anyText = asItIs(
  (found): found is string => typeof found === "string",
);

/** Text with something in it. */
export const text = asItIs(
  (found): found is string => typeof found === "string" && found !== "",
);

export const number = asItIs(
  (found): found is number =>
    typeof found === "number" && Number.isFinite(found),
);

export const boolean = asItIs(
  (found): found is boolean => typeof found === "boolean",
);

/** One of some words, such as those of an enumeration of the Foundation SDK. */
export function oneOf<Word extends string>(
  words: Readonly<Record<string, Word>> | readonly Word[],
): Form<`${Word}`> {
  const allowed: readonly string[] = Object.values(words);
  return asItIs(
    (found): found is `${Word}` =>
      typeof found === "string" && allowed.includes(found),
  );
}

/** Words that Grafana has others for. */
export function called<Word extends string>(
  names: Readonly<Record<Word, unknown>>,
): Form<Word> {
  return {
    write: (value) => names[value],
    read: (found) =>
      (Object.keys(names) as Word[]).find((word) =>
        sameJson(names[word], found),
      ),
  };
}

/** A switch that Grafana has two words for; without the second, nothing is written when it is off. */
export function whether(on: unknown, off?: unknown): Form<boolean> {
  return {
    write: (value) => (value ? on : off),
    read: (found) => {
      if (sameJson(found, on)) return true;
      return off !== undefined && sameJson(found, off) ? false : undefined;
    },
  };
}

/** What is only read where writing it again says exactly the same. */
export function exact<Value, Props = unknown>(
  form: Form<Value, Props>,
): Form<Value, Props> {
  return {
    write: form.write,
    read: (found, before) => {
      const value = form.read(found, before);
      return value !== undefined && sameJson(form.write(value, before), found)
        ? value
        : undefined;
    },
  };
}
