import type { PreferredDataSource } from "../data-sources/kind-of-data-source";
import type { QueryKind } from "./query";
import type { Raw } from "./raw";

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
  /** Further fields of Grafana's variable. @default {} */
  readonly raw?: Raw;
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
  /** The uid of the datasource, or the variable that stands for it. @default - the dashboard's for its kind */
  readonly datasource?: string;
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
  /** The uid of the datasource, or the variable that stands for it. @default - the dashboard's for its kind */
  readonly datasource?: string;
}

/** A datasource that the reader picks. */
export interface DataSourceVariable extends VariableBase {
  readonly kind: "datasource";
  /** The datasource plugin's id. */
  readonly plugin: string;
  /** Offers only datasources whose name matches. @default - all of the plugin */
  readonly regex?: string;
  /** At first. @default - the first of the plugin */
  readonly initial?: PreferredDataSource;
}

/** One value that queries and texts share. */
export interface ConstantVariable extends VariableBase {
  readonly kind: "constant";
  readonly value: string;
}

/** A variable of any other type, in Grafana's words. */
export interface RawVariable extends VariableBase {
  readonly kind: "raw";
  readonly raw: Raw;
}

export type Variable =
  | QueryVariable
  | CustomVariable
  | IntervalVariable
  | TextVariable
  | AdhocVariable
  | DataSourceVariable
  | ConstantVariable
  | RawVariable;

type Options<V extends Variable> = Partial<
  Omit<V, "kind" | "name" | "query" | "values" | "plugin" | "value">
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

/** `dataSourceVariable("second", "prometheus", { label: "Other metrics" })`. */
export function dataSourceVariable(
  name: string,
  plugin: string,
  options: Options<DataSourceVariable> = {},
): DataSourceVariable {
  return { kind: "datasource", name, plugin, ...options };
}

/** `constantVariable("prefix", "shop_")`. */
export function constantVariable(
  name: string,
  value: string,
  options: Options<ConstantVariable> = {},
): ConstantVariable {
  return { kind: "constant", name, value, ...options };
}

/** `rawVariable("group", { type: "groupby" })`. */
export function rawVariable(name: string, raw: Raw = {}): RawVariable {
  return { kind: "raw", name, raw };
}

/** True when a panel or row can be repeated for each value of `variable`. */
export function hasManyValues(variable: Variable): boolean {
  return (
    (variable.kind === "query" || variable.kind === "custom") &&
    (variable.multi === true || variable.includeAll === true)
  );
}
