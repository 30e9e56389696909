import { queryKinds } from "../../../dashboards/data-sources";
import type { QueryKind } from "../../../dashboards/query";
import { dataSourceVariableModel } from "../../../dashboards/variable-model";
import { copyOf, type Fields } from "../../../internal/json-tree";

/** The hidden variable of each kind of datasource that comes by itself, without what Grafana assumes of any variable. */
export const houseVariables = Object.fromEntries(
  queryKinds.map((kind) => {
    const {
      regex: _regex,
      refresh: _refresh,
      options: _options,
      ...said
    } = dataSourceVariableModel(kind);
    return [kind, copyOf(said as unknown as Fields)];
  }),
) as Readonly<Record<QueryKind, Fields>>;
