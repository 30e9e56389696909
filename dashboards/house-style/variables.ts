import type { QueryKind } from "./query";

/** What every variable has. */
interface VariableBase {
  /** Letters, digits and underscores; written `$name` in queries. */
  readonly name: string;
  /** @default - the name */
  readonly label?: string;
  /** @default - none */
  readonly description?: string;
  /** @default "shown" */
  readonly hide?: "shown" | "label" | "variable";
}

/** What variables have that offer values to choose from. */
export interface Choice extends VariableBase {
  /** Whether several values can be picked. @default false */
  readonly multi?: boolean;
  /** Whether all values can be picked at once; they are at first. @default false */
  readonly includeAll?: boolean;
  /** What "All" stands for, a regular expression such as `.+`. @default - the values, one by one */
  readonly allValue?: string;
}

/** Values that a datasource lists. */
export interface QueryVariable extends Choice {
  readonly kind: "query";
  /** `label_values(metric, label)`, without the `system` matcher; or SQL. */
  readonly query: string;
  /** @default "prometheus" */
  readonly source?: QueryKind;
  /** Keeps what matches, or its first group. @default - everything */
  readonly regex?: string;
  /** @default "alphabetical" */
  readonly sort?: "alphabetical" | "numerical" | "natural" | "none";
  /** @default "timeRange" */
  readonly refresh?: "load" | "timeRange";
}

/** Values that are written down. */
export interface CustomVariable extends Choice {
  readonly kind: "custom";
  readonly values: readonly string[];
  /** @default - the first */
  readonly initial?: string;
}

/** Windows to choose from, for queries whose window is the meaning. */
export interface IntervalVariable extends VariableBase {
  readonly kind: "interval";
  readonly values: readonly string[];
  /** @default - the first */
  readonly initial?: string;
}

/** Text that the reader types. */
export interface TextVariable extends VariableBase {
  readonly kind: "text";
  /** @default "" */
  readonly initial?: string;
}

/** Filters on any label, added to every query of the datasource. */
export interface AdhocVariable extends VariableBase {
  readonly kind: "adhoc";
  /** @default "prometheus" */
  readonly source?: "prometheus" | "loki";
}

export type Variable =
  | QueryVariable
  | CustomVariable
  | IntervalVariable
  | TextVariable
  | AdhocVariable;

type Options<V extends Variable> = Partial<
  Omit<V, "kind" | "name" | "query" | "values">
>;

/** `queryVariable("instance", "label_values(node_uname_info, instance)", { multi: true, includeAll: true })`. */
export function queryVariable(
  name: string,
  query: string,
  options: Options<QueryVariable> = {},
): QueryVariable {
  return { kind: "query", name, query, ...options };
}

/** `customVariable("quantile", ["0.5", "0.95", "0.99"], { initial: "0.95" })`. */
export function customVariable(
  name: string,
  values: readonly string[],
  options: Options<CustomVariable> = {},
): CustomVariable {
  return { kind: "custom", name, values, ...options };
}

/** `intervalVariable("window", ["5m", "1h", "1d"])`. */
export function intervalVariable(
  name: string,
  values: readonly string[],
  options: Options<IntervalVariable> = {},
): IntervalVariable {
  return { kind: "interval", name, values, ...options };
}

/** `textVariable("trace", { label: "Trace id" })`. */
export function textVariable(
  name: string,
  options: Options<TextVariable> = {},
): TextVariable {
  return { kind: "text", name, ...options };
}

/** `adhocVariable("filters")`. */
export function adhocVariable(
  name: string,
  options: Options<AdhocVariable> = {},
): AdhocVariable {
  return { kind: "adhoc", name, ...options };
}

/** True when a panel or row can be repeated for each value of `variable`. */
export function hasManyValues(variable: Variable): boolean {
  return (
    (variable.kind === "query" || variable.kind === "custom") &&
    (variable.multi === true || variable.includeAll === true)
  );
}
