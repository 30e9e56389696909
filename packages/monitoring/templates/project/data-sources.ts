import type { DataSourceDefinition } from "monitoring-as-code";

/** The datasources that all systems share; each exists where the environment has an address for its uid. */
export const sharedDataSources: readonly DataSourceDefinition[] = [
  {
    kind: "prometheus",
    uid: "prometheus",
    name: "Prometheus",
    isDefault: true,
  },
];
