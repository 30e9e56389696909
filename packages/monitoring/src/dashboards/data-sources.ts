import type { QueryKind } from "./query";

/** A datasource that a dashboard's variable points to unless somebody picks another. */
export interface PreferredDataSource {
  readonly uid: string;
  readonly name: string;
}

interface DataSourceVariable {
  readonly variable: string;
  readonly label: string;
  /** The datasource plugin's id. */
  readonly plugin: string;
  /** @default - the first of its kind */
  readonly preferred?: PreferredDataSource;
}

/** The variable that stands for the datasource of each kind of query. */
export const dataSourceVariables: Readonly<
  Record<QueryKind, DataSourceVariable>
> = {
  prometheus: {
    variable: "datasource",
    label: "Metrics",
    plugin: "prometheus",
    preferred: { uid: "prometheus", name: "Prometheus" },
  },
  loki: {
    variable: "logs",
    label: "Logs",
    plugin: "loki",
    preferred: { uid: "loki", name: "Loki" },
  },
  tempo: {
    variable: "traces",
    label: "Traces",
    plugin: "tempo",
    preferred: { uid: "tempo", name: "Tempo" },
  },
  jaeger: {
    variable: "jaeger",
    label: "Jaeger",
    plugin: "jaeger",
    preferred: { uid: "jaeger", name: "Jaeger" },
  },
  sql: {
    variable: "sql",
    label: "Database",
    plugin: "grafana-postgresql-datasource",
  },
};

/** The kinds of queries, in the order in which a dashboard has their variables. */
export const queryKinds = Object.keys(
  dataSourceVariables,
) as readonly QueryKind[];

/** The kind of query that a datasource plugin answers; undefined for plugins without one. */
export function queryKindOf(plugin: unknown): QueryKind | undefined {
  return queryKinds.find((kind) => dataSourceVariables[kind].plugin === plugin);
}

/**
 * Where a dashboard's queries of a kind go: to the hidden variable of the kind, pointing to a datasource of choice, or,
 * as text, to a fixed uid or to a variable of its own: `${DS_METRICS}`.
 */
export type DataSources = Readonly<
  Partial<Record<QueryKind, PreferredDataSource | string>>
>;

/** A datasource as panels and queries name it. */
export interface DataSourceRef {
  type?: string;
  uid?: string;
}

/** How panels, annotations and variables name the datasource of a kind. */
export function dataSourceRef(
  kind: QueryKind,
  choice?: PreferredDataSource | string,
): { type: string; uid: string } {
  const { plugin, variable } = dataSourceVariables[kind];
  return {
    type: plugin,
    uid: typeof choice === "string" ? choice : `\${${variable}}`,
  };
}
