import { alertmanager, type AlertmanagerDataSource } from "./alertmanager";
import { jaeger, type JaegerDataSource } from "./jaeger";
import type { KindOfDataSource } from "./kind-of-data-source";
import { loki, type LokiDataSource } from "./loki";
import { postgres, type PostgresDataSource } from "./postgres";
import { prometheus, type PrometheusDataSource } from "./prometheus";
import { tempo, type TempoDataSource } from "./tempo";

/** A datasource of Grafana. */
export type DataSource =
  | PrometheusDataSource
  | LokiDataSource
  | TempoDataSource
  | JaegerDataSource
  | AlertmanagerDataSource
  | PostgresDataSource;

export type DataSourceKind = DataSource["kind"];

type WithoutUrl<Source> = Source extends DataSource
  ? Omit<Source, "url">
  : never;

/** A datasource as a system declares it: the address comes from the environment, by uid. */
export type DataSourceDefinition = WithoutUrl<DataSource>;

/** Every kind, in the order of the variables of a dashboard. One that lacks a part does not compile. */
export const kindsOfDataSource = {
  prometheus,
  loki,
  tempo,
  jaeger,
  alertmanager,
  postgres,
} satisfies {
  readonly [Kind in DataSourceKind]: KindOfDataSource<
    Extract<DataSource, { readonly kind: Kind }>
  >;
};

export const dataSourceKinds = Object.keys(
  kindsOfDataSource,
) as readonly DataSourceKind[];

/** All that there is to know of the kind of a datasource. */
export function kindOf({
  kind,
}: Pick<DataSource, "kind">): KindOfDataSource<DataSource> {
  return kindsOfDataSource[kind];
}

/** The kind that Grafana's plugin `plugin` is for; undefined for plugins that the model does not know. */
export function kindOfPlugin(plugin: unknown): DataSourceKind | undefined {
  return dataSourceKinds.find(
    (kind) => kindsOfDataSource[kind].plugin === plugin,
  );
}

/** Whether Grafana asks it where nothing else is said. */
export function isDefault(dataSource: DataSource): boolean {
  return "isDefault" in dataSource && dataSource.isDefault === true;
}

/** The uid of the default datasource of `kind`, or of its first; undefined where there is none. */
export function uidOfKind(
  dataSources: readonly DataSource[],
  kind: DataSourceKind,
): string | undefined {
  const candidates = dataSources.filter((source) => source.kind === kind);
  return (candidates.find(isDefault) ?? candidates[0])?.uid;
}
