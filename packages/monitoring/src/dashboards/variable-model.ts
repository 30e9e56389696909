import type { PreferredDataSource } from "../data-sources/kind-of-data-source";
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
  type DataSources,
} from "./data-sources";
import type { QueryKind } from "./query";
import { withRaw } from "./raw";
import type {
  AdhocVariable,
  Choice,
  CustomVariable,
  IntervalVariable,
  QueryVariable,
  Variable,
} from "./variables";

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
export function variableModel(
  variable: Variable,
  dataSources: DataSources = {},
): VariableModel {
  return withRaw(namedModel(variable, dataSources), variable.raw);
}

function namedModel(
  variable: Variable,
  dataSources: DataSources,
): VariableModel {
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
        datasource: askedBy(variable, dataSources),
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
        datasource: askedBy(variable, dataSources),
      };
    case "datasource":
      return {
        ...base,
        type: VariableType.Datasource,
        query: variable.plugin,
        regex: variable.regex ?? "",
        refresh: VariableRefresh.OnDashboardLoad,
        ...(variable.initial === undefined
          ? {}
          : {
              current: {
                text: variable.initial.name,
                value: variable.initial.uid,
              },
            }),
        options: [],
      };
    case "constant":
      return {
        ...base,
        type: VariableType.Constant,
        query: variable.value,
        current: option(variable.value),
        options: [option(variable.value)],
      };
    case "raw":
      return {
        name: variable.name,
        ...variable.raw,
      } as unknown as VariableModel;
  }
}

function askedBy(
  { source = "prometheus", datasource }: QueryVariable | AdhocVariable,
  dataSources: DataSources,
) {
  return dataSourceRef(source, datasource ?? dataSources[source]);
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
