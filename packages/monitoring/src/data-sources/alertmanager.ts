import type { DataSourceBase, KindOfDataSource } from "./kind-of-data-source";

export interface AlertmanagerDataSource extends DataSourceBase {
  readonly kind: "alertmanager";
  /** @default "prometheus" */
  readonly implementation?: "prometheus" | "mimir" | "cortex";
  /** @default false */
  readonly handlesGrafanaAlerts?: boolean;
}

export const alertmanager = {
  plugin: "alertmanager",
  address: "url",
  problems: () => [],
  links: () => [],
  jsonData: ({
    implementation = "prometheus",
    handlesGrafanaAlerts = false,
  }: AlertmanagerDataSource) => ({
    implementation,
    handleGrafanaManagedAlerts: handlesGrafanaAlerts,
  }),
} as const satisfies KindOfDataSource<AlertmanagerDataSource>;
