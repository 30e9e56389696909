import {
  VariableHide,
  VariableRefresh,
  VariableSort,
  VariableType,
  type VariableModel,
} from "@grafana/grafana-foundation-sdk/dashboard";
import {
  dataSourceRef,
  dataSourceVariables,
  type PreferredDataSource,
} from "./data-sources";
import type { QueryKind } from "./query";

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

interface Choice extends VariableBase {
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

/** The hidden variable that stands for the datasource of a kind; `?var-<name>=` in the address still changes it. */
export function dataSourceVariableModel(
  kind: QueryKind,
  preferred: PreferredDataSource | undefined = dataSourceVariables[kind]
    .preferred,
): VariableModel {
  const { variable, label, plugin } = dataSourceVariables[kind];
  return {
    type: VariableType.Datasource,
    name: variable,
    label,
    query: plugin,
    hide: VariableHide.HideVariable,
    regex: "",
    refresh: VariableRefresh.OnDashboardLoad,
    ...(preferred
      ? { current: { text: preferred.name, value: preferred.uid } }
      : {}),
    options: [],
  };
}

/** The variable as Grafana keeps it. */
export function variableModel(variable: Variable): VariableModel {
  const base = {
    name: variable.name,
    label: variable.label ?? variable.name,
    description: variable.description,
    hide: hideModel[variable.hide ?? "shown"],
  };
  switch (variable.kind) {
    case "query":
      return {
        ...base,
        ...choiceModel(variable),
        type: VariableType.Query,
        datasource: dataSourceRef(variable.source ?? "prometheus"),
        query: variable.query,
        regex: variable.regex ?? "",
        sort: sortModel[variable.sort ?? "alphabetical"],
        refresh:
          variable.refresh === "load"
            ? VariableRefresh.OnDashboardLoad
            : VariableRefresh.OnTimeRangeChanged,
        options: [],
      };
    case "custom":
      return {
        ...base,
        ...choiceModel(variable),
        ...listModel(variable),
        type: VariableType.Custom,
      };
    case "interval":
      return {
        ...base,
        ...listModel(variable),
        type: VariableType.Interval,
        auto: false,
        refresh: VariableRefresh.OnTimeRangeChanged,
      };
    case "text":
      return {
        ...base,
        type: VariableType.Textbox,
        query: variable.initial ?? "",
        current: option(variable.initial ?? ""),
        options: [option(variable.initial ?? "")],
      };
    case "adhoc":
      return {
        ...base,
        type: VariableType.Adhoc,
        datasource: dataSourceRef(variable.source ?? "prometheus"),
      };
  }
}

const hideModel = {
  shown: VariableHide.DontHide,
  label: VariableHide.HideLabel,
  variable: VariableHide.HideVariable,
} as const;

const sortModel = {
  alphabetical: VariableSort.AlphabeticalAsc,
  numerical: VariableSort.NumericalAsc,
  natural: VariableSort.NaturalAsc,
  none: VariableSort.Disabled,
} as const;

function choiceModel({ multi, includeAll, allValue }: Choice) {
  return {
    multi: multi ?? false,
    includeAll: includeAll ?? false,
    ...(allValue === undefined ? {} : { allValue }),
    ...(includeAll === true
      ? {
          current:
            multi === true
              ? { text: ["All"], value: ["$__all"] }
              : { text: "All", value: "$__all" },
        }
      : {}),
  };
}

function listModel(variable: CustomVariable | IntervalVariable) {
  const initial = variable.initial ?? variable.values[0] ?? "";
  const all = variable.kind === "custom" && variable.includeAll === true;
  return {
    query: variable.values.join(","),
    options: variable.values.map(option),
    ...(all ? {} : { current: option(initial) }),
  };
}

const option = (text: string) => ({ text, value: text });
