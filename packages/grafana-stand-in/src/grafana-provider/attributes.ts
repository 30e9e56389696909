/** Schema-directed walks over the attributes of an object, nested blocks included. */
import { isObject, Unknown, type ObjectValue, type Value } from "./cty";
import type { Attribute, Block, NestedBlock } from "./schema";

/** One step to an attribute; an element of a set has no address in Terraform. */
export type Step =
  | { readonly name: string }
  | { readonly index: number }
  | { readonly key: string }
  | { readonly element: number };

/** Where a value stands, and what the schema says of it. */
export interface Place {
  readonly attribute: Attribute;
  readonly name: string;
  readonly steps: readonly Step[];
  /** The names only: `rule.data.model`. */
  readonly pattern: string;
}

/** `rule[0].data[1].model`. */
export function display(steps: readonly Step[]): string {
  return steps
    .map((step, position) => {
      if ("name" in step) return position === 0 ? step.name : `.${step.name}`;
      if ("key" in step) return `[${JSON.stringify(step.key)}]`;
      return `[${"index" in step ? step.index : step.element}]`;
    })
    .join("");
}

/**
 * A copy of the object in which each attribute is what `change` makes of it.
 * Every key of the schema is present in the copy: a missing attribute is passed
 * on as null, a missing list or set of blocks becomes [].
 */
export function mapAttributes(
  block: Block,
  value: ObjectValue,
  change: (value: Value, place: Place) => Value,
  steps: readonly Step[] = [],
): ObjectValue {
  const copy: ObjectValue = {};
  for (const [name, attribute] of Object.entries(block.attributes ?? {})) {
    const here = [...steps, { name }];
    const place = { attribute, name, steps: here, pattern: pattern(here) };
    copy[name] = change(value[name] ?? null, place);
  }
  for (const [name, nested] of Object.entries(block.block_types ?? {})) {
    const here = [...steps, { name }];
    copy[name] = mapNested(nested, value[name], here, (inner, at) =>
      mapAttributes(nested.block, inner, change, at),
    );
  }
  return copy;
}

/** Calls `visit` for each attribute, nested blocks included. */
export function eachAttribute(
  block: Block,
  value: ObjectValue,
  visit: (value: Value, place: Place) => void,
): void {
  mapAttributes(block, value, (attribute, place) => {
    visit(attribute, place);
    return attribute;
  });
}

/** The value at the end of the steps; null if a step leads nowhere. */
export function valueAt(
  value: ObjectValue | null,
  steps: readonly Step[],
): Value {
  let at: Value = value;
  for (const step of steps) {
    if (Array.isArray(at)) {
      at = ("index" in step ? at[step.index] : undefined) ?? null;
    } else if (isObject(at)) {
      const key =
        "name" in step ? step.name : "key" in step ? step.key : undefined;
      at = (key === undefined ? undefined : at[key]) ?? null;
    } else {
      return null;
    }
  }
  return at;
}

function pattern(steps: readonly Step[]): string {
  return steps.flatMap((step) => ("name" in step ? [step.name] : [])).join(".");
}

function mapNested(
  { nesting_mode: mode }: NestedBlock,
  value: Value | undefined,
  steps: readonly Step[],
  change: (inner: ObjectValue, steps: readonly Step[]) => ObjectValue,
): Value {
  // A dynamic block with an unknown for_each is unknown as a whole.
  if (value instanceof Unknown) return value;
  if (mode === "list" || mode === "set") {
    if (!Array.isArray(value)) return [];
    return value.map((inner, index) =>
      isObject(inner)
        ? change(inner, [
            ...steps,
            mode === "list" ? { index } : { element: index },
          ])
        : inner,
    );
  }
  if (!isObject(value)) return mode === "map" ? {} : null;
  if (mode !== "map") return change(value, steps);
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      isObject(inner) ? change(inner, [...steps, { key }]) : inner,
    ]),
  );
}
