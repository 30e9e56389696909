import { objectOf, sameJson, type JsonObject } from "../internal/json-tree";
import type { Form } from "./form";

/** How one property of a panel stands in Grafana's model: what writes it, and what reads it back. */
export interface Property<Value, Props, Context> {
  /** Where it stands: `options.legend.calcs`. */
  readonly path: string;
  readonly form: Form<Value, Props>;
  /** What is written where the author says nothing. @default - nothing is written */
  readonly usual?:
    Value | ((props: Props, context: Context) => Value | undefined);
  /** What is read where Grafana's model says nothing, because authors must say it. @default - nothing */
  readonly required?: Value;
}

/** What is written whatever the author says, or following from other properties. */
export interface Always<Props> {
  readonly always: (props: Props) => unknown;
}

/** Written whatever the author says. */
export function always(
  value: string | number | boolean | object,
): Always<unknown> {
  return { always: () => value };
}

/** The properties `Names` of `Props`, in the order in which they are written; paths have what is always written. */
export type PropertyTable<Props, Context, Names extends keyof Props> = {
  readonly [Name in Names]-?: Property<
    NonNullable<Props[Name]>,
    Props,
    Context
  >;
} & Readonly<
  Record<`${"options" | "fieldConfig"}.${string}`, Always<Props> | undefined>
>;

type Entry<Props, Context> = Property<unknown, Props, Context> | Always<Props>;

/** Writes `props` into `model`. */
export function writeProperties<Props, Context>(
  table: PropertyTable<Props, Context, never>,
  props: Props,
  context: Context,
  model: object,
): void {
  for (const [name, entry] of entriesOf(table)) {
    if ("always" in entry) {
      setAt(model, name, entry.always(props));
      continue;
    }
    const said = (props as JsonObject)[name] ?? usualOf(entry, props, context);
    if (said !== undefined)
      setAt(model, entry.path, entry.form.write(said, props));
  }
}

/** What the author of `model` says, without what is usual; what no property can say is not read. */
export function readProperties<Props, Context>(
  table: PropertyTable<Props, Context, never>,
  model: JsonObject,
  context: Context,
  before: Partial<Props> = {},
): Partial<Props> {
  const found: Record<string, unknown> = { ...before };
  const properties = entriesOf(table).flatMap(([name, entry]) =>
    "always" in entry ? [] : [[name, entry] as const],
  );
  for (const [name, { path, form, required }] of properties) {
    const value = valueAt(model, path);
    const read =
      value === undefined ? undefined : form.read(value, found as Props);
    found[name] = read ?? required;
  }
  const usual = properties.map(([, property]) =>
    usualOf(property, found as Props, context),
  );
  for (const [index, [name]] of properties.entries())
    if (found[name] === undefined || sameJson(found[name], usual[index]))
      delete found[name];
  return found as Partial<Props>;
}

function entriesOf<Props, Context>(
  table: PropertyTable<Props, Context, never>,
): readonly (readonly [string, Entry<Props, Context>])[] {
  return Object.entries(table as Record<string, Entry<Props, Context>>);
}

function usualOf<Props, Context>(
  { usual }: Property<unknown, Props, Context>,
  props: Props,
  context: Context,
): unknown {
  return typeof usual === "function"
    ? (usual as (props: Props, context: Context) => unknown)(props, context)
    : usual;
}

/** The value at `path`; only fields of the objects themselves are seen. */
export function valueAt(model: unknown, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>(
      (value, name) =>
        Object.hasOwn(objectOf(value), name)
          ? objectOf(value)[name]
          : undefined,
      model,
    );
}

/** Sets the value at `path`, with the objects that lead to it; undefined sets nothing. */
export function setAt(model: object, path: string, value: unknown): void {
  if (value === undefined) return;
  const names = path.split(".");
  const last = names.pop() ?? "";
  let fields = model as Record<string, unknown>;
  for (const name of names)
    fields = (fields[name] ??= {}) as Record<string, unknown>;
  fields[last] = value;
}
