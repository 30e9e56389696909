import type { DataSourceDefinition } from "../src/data-sources/data-source";
import type { Project } from "../src/model/project";

const tracesToLogs = {
  datasourceUid: "loki",
  tags: { "service.name": "service" },
} as const;
const tracesToMetrics = {
  datasourceUid: "prometheus",
  tags: { "service.name": "job" },
  queries: {
    "Request rate": "sum(rate(http_requests_total{$__tags}[$__rate_interval]))",
    "Error rate":
      'sum(rate(http_requests_total{$__tags, status=~"5.."}[$__rate_interval]))',
  },
} as const;
/**
 * The datasources that all systems share. Exemplars lead from metrics to traces, derived fields from logs to traces,
 * spans back to logs and metrics, so that every signal is one click from the next.
 */
const sharedDataSources: readonly DataSourceDefinition[] = [
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
      {
        name: "trace_id",
        matcherRegex: '"trace_id":\\s*"(\\w+)"',
        datasourceUid: "tempo",
      },
    ],
  },
  {
    kind: "tempo",
    uid: "tempo",
    name: "Tempo",
    serviceMapUid: "prometheus",
    tracesToLogs,
    tracesToMetrics,
  },
  {
    kind: "jaeger",
    uid: "jaeger",
    name: "Jaeger",
    tracesToLogs,
    tracesToMetrics,
    nodeGraph: true,
  },
  {
    kind: "alertmanager",
    uid: "alertmanager",
    name: "Alertmanager",
    implementation: "prometheus",
  },
];

/** What every project of the tests shares. */
export const projectFixture: Pick<Project, "dataSources" | "team"> = {
  dataSources: sharedDataSources,
  team: { name: "Infrastructure Team" },
};
