import type { DataSource, DataSourceDefinition } from "../model/data-source";
import type { Environment } from "../model/environment";
import type { MonitoredSystem } from "../model/monitored-system";

/**
 * The datasources that all systems share. Exemplars lead from metrics to traces, derived fields from logs to traces,
 * spans back to logs and metrics, so that every signal is one click from the next.
 */
export function sharedDataSources({
  prometheus,
}: Pick<Environment, "prometheus">): readonly DataSourceDefinition[] {
  const tracesToLogs = {
    datasourceUid: "loki",
    tags: { "service.name": "service" },
  } as const;
  const tracesToMetrics = {
    datasourceUid: "prometheus",
    tags: { "service.name": "job" },
    queries: {
      "Request rate":
        "sum(rate(http_requests_total{$__tags}[$__rate_interval]))",
      "Error rate":
        'sum(rate(http_requests_total{$__tags, status=~"5.."}[$__rate_interval]))',
    },
  } as const;
  return [
    {
      kind: "prometheus",
      uid: "prometheus",
      name: "Prometheus",
      isDefault: true,
      scrapeInterval: prometheus.scrapeInterval,
      retention: prometheus.retention,
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
}

/** The datasources of `environment`: the shared ones and the systems' own, as far as the environment has an address for them. */
export function dataSourcesOf(
  environment: Environment,
  systems: readonly MonitoredSystem[],
): readonly DataSource[] {
  const definitions = [
    ...sharedDataSources(environment),
    ...systems.flatMap((system) => system.dataSources ?? []),
  ];
  const uids = definitions.map(({ uid }) => uid);
  const problems = [
    ...uids
      .filter((uid, index) => uids.indexOf(uid) !== index)
      .map((uid) => `two datasources have the uid "${uid}"`),
    ...Object.keys(environment.dataSources)
      .filter((uid) => !uids.includes(uid))
      .map(
        (uid) =>
          `address given for unknown datasource "${uid}", known are ${uids.join(", ")}`,
      ),
  ];
  if (problems.length > 0)
    throw new Error(
      `environment "${environment.name}": ${problems.join("; ")}`,
    );
  return definitions.flatMap((definition) => {
    const url = environment.dataSources[definition.uid];
    return url === undefined ? [] : [{ ...definition, url }];
  });
}
