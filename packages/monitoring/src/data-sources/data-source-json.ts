import type {
  DataSource,
  TracesToLogs,
  TracesToMetrics,
} from "../model/data-source";

/** Grafana's plugin id of each kind. */
export const pluginIds = {
  prometheus: "prometheus",
  loki: "loki",
  tempo: "tempo",
  jaeger: "jaeger",
  alertmanager: "alertmanager",
  postgres: "grafana-postgresql-datasource",
} as const satisfies Readonly<Record<DataSource["kind"], string>>;

/**
 * The settings that Grafana keeps as `jsonData` of a datasource, without anything secret. Headers are not among them:
 * the provider refuses `httpHeaderName1` and its like here, and takes them as an argument of its own.
 */
export function jsonDataOf(
  dataSource: DataSource,
): Readonly<Record<string, unknown>> {
  switch (dataSource.kind) {
    case "prometheus": {
      const exemplars = Object.entries(dataSource.exemplars ?? {});
      return {
        httpMethod: "POST",
        prometheusType: "Prometheus",
        // Grafana's `$__rate_interval` is at least four times this: it must be the interval of the scrapes.
        timeInterval: dataSource.scrapeInterval,
        ...(exemplars.length === 0
          ? {}
          : {
              exemplarTraceIdDestinations: exemplars.map(
                ([name, datasourceUid]) => ({ name, datasourceUid }),
              ),
            }),
      };
    }
    case "loki":
      return {
        maxLines: dataSource.maxLines ?? 1000,
        ...(dataSource.derivedFields.length === 0
          ? {}
          : {
              derivedFields: dataSource.derivedFields.map((field) => ({
                name: field.name,
                matcherType: "regex",
                matcherRegex: field.matcherRegex,
                url: "${__value.raw}",
                datasourceUid: field.datasourceUid,
              })),
            }),
      };
    case "tempo":
      return {
        ...correlations(dataSource),
        ...(dataSource.serviceMapUid === undefined
          ? {}
          : { serviceMap: { datasourceUid: dataSource.serviceMapUid } }),
        nodeGraph: { enabled: true },
      };
    case "jaeger":
      return {
        ...correlations(dataSource),
        nodeGraph: { enabled: dataSource.nodeGraph ?? true },
      };
    case "alertmanager":
      return {
        implementation: dataSource.implementation ?? "prometheus",
        handleGrafanaManagedAlerts: dataSource.handlesGrafanaAlerts ?? false,
      };
    case "postgres":
      return {
        database: dataSource.database,
        sslmode: dataSource.sslMode ?? "require",
        maxOpenConns: dataSource.maxOpenConnections ?? 5,
        maxIdleConns: dataSource.maxOpenConnections ?? 5,
        connMaxLifetime: 14_400,
      };
  }
}

function correlations({
  tracesToLogs,
  tracesToMetrics,
}: {
  readonly tracesToLogs?: TracesToLogs;
  readonly tracesToMetrics?: TracesToMetrics;
}): Readonly<Record<string, unknown>> {
  return {
    ...(tracesToLogs === undefined
      ? {}
      : {
          tracesToLogsV2: {
            datasourceUid: tracesToLogs.datasourceUid,
            ...shifts(tracesToLogs.shift),
            filterByTraceID: tracesToLogs.filterByTraceId ?? true,
            filterBySpanID: false,
            customQuery: false,
            tags: tagsOf(tracesToLogs.tags),
          },
        }),
    ...(tracesToMetrics === undefined
      ? {}
      : {
          tracesToMetrics: {
            datasourceUid: tracesToMetrics.datasourceUid,
            ...shifts(),
            tags: tagsOf(tracesToMetrics.tags),
            queries: Object.entries(tracesToMetrics.queries).map(
              ([name, query]) => ({ name, query }),
            ),
          },
        }),
  };
}

/** Logs and metrics of a span lie around it: clocks differ, and lines are written before and after. */
function shifts(shift = "1h"): Readonly<Record<string, string>> {
  return { spanStartTimeShift: `-${shift}`, spanEndTimeShift: shift };
}

function tagsOf(
  tags: Readonly<Record<string, string>>,
): readonly Readonly<Record<"key" | "value", string>>[] {
  return Object.entries(tags).map(([key, value]) => ({ key, value }));
}
