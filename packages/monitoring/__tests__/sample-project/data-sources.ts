import type { DataSourceDefinition } from "monitoring-as-code";

/** The datasources that all systems share. */
export const dataSources: readonly DataSourceDefinition[] = [
  {
    kind: "prometheus",
    uid: "prometheus",
    name: "Prometheus",
    isDefault: true,
    exemplars: { trace_id: "tempo" },
  },
  {
    kind: "loki",
    uid: "loki",
    name: "Loki",
    maxLines: 1000,
    derivedFields: [
      {
        name: "TraceID",
        matcherRegex: "trace_id=(\\w+)",
        datasourceUid: "tempo",
      },
    ],
  },
  { kind: "tempo", uid: "tempo", name: "Tempo" },
  {
    kind: "alertmanager",
    uid: "alertmanager",
    name: "Alertmanager",
    implementation: "prometheus",
  },
];
