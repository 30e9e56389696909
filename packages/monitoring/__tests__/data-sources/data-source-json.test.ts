import { kindOf, type DataSource } from "../../src/data-sources/data-source";
import { secret } from "../../src/model/secret";

const base = { uid: "uid", name: "Name", url: "http://host:1" };
const password = secret("db_password", "password of the database");

describe("the settings of each kind", () => {
  test.each<{ name: string; dataSource: DataSource; json: unknown }>([
    {
      name: "prometheus with defaults",
      dataSource: { ...base, kind: "prometheus", scrapeInterval: "15s" },
      json: {
        httpMethod: "POST",
        prometheusType: "Prometheus",
        timeInterval: "15s",
      },
    },
    {
      name: "prometheus with exemplars that lead to traces",
      dataSource: {
        ...base,
        kind: "prometheus",
        scrapeInterval: "30s",
        exemplars: { trace_id: "tempo" },
      },
      json: {
        httpMethod: "POST",
        prometheusType: "Prometheus",
        timeInterval: "30s",
        exemplarTraceIdDestinations: [
          { name: "trace_id", datasourceUid: "tempo" },
        ],
      },
    },
    {
      name: "loki with defaults",
      dataSource: { ...base, kind: "loki", derivedFields: [] },
      json: { maxLines: 1000 },
    },
    {
      name: "loki with lines that lead to traces",
      dataSource: {
        ...base,
        kind: "loki",
        maxLines: 50,
        derivedFields: [
          {
            name: "TraceID",
            matcherRegex: "trace_id=(\\w+)",
            datasourceUid: "tempo",
          },
        ],
      },
      json: {
        maxLines: 50,
        derivedFields: [
          {
            name: "TraceID",
            matcherType: "regex",
            matcherRegex: "trace_id=(\\w+)",
            url: "${__value.raw}",
            datasourceUid: "tempo",
          },
        ],
      },
    },
    {
      name: "tempo alone",
      dataSource: { ...base, kind: "tempo" },
      json: { nodeGraph: { enabled: true } },
    },
    {
      name: "tempo with logs, metrics and service map",
      dataSource: {
        ...base,
        kind: "tempo",
        serviceMapUid: "prometheus",
        tracesToLogs: {
          datasourceUid: "loki",
          tags: { "service.name": "service" },
        },
        tracesToMetrics: {
          datasourceUid: "prometheus",
          tags: { "service.name": "job" },
          queries: { Requests: "sum(rate(requests_total{$__tags}[5m]))" },
        },
      },
      json: {
        tracesToLogsV2: {
          datasourceUid: "loki",
          spanStartTimeShift: "-1h",
          spanEndTimeShift: "1h",
          filterByTraceID: true,
          filterBySpanID: false,
          customQuery: false,
          tags: [{ key: "service.name", value: "service" }],
        },
        tracesToMetrics: {
          datasourceUid: "prometheus",
          spanStartTimeShift: "-1h",
          spanEndTimeShift: "1h",
          tags: [{ key: "service.name", value: "job" }],
          queries: [
            {
              name: "Requests",
              query: "sum(rate(requests_total{$__tags}[5m]))",
            },
          ],
        },
        serviceMap: { datasourceUid: "prometheus" },
        nodeGraph: { enabled: true },
      },
    },
    {
      name: "jaeger with a shift and without node graph",
      dataSource: {
        ...base,
        kind: "jaeger",
        nodeGraph: false,
        tracesToLogs: {
          datasourceUid: "loki",
          tags: {},
          shift: "5m",
          filterByTraceId: false,
        },
      },
      json: {
        tracesToLogsV2: {
          datasourceUid: "loki",
          spanStartTimeShift: "-5m",
          spanEndTimeShift: "5m",
          filterByTraceID: false,
          filterBySpanID: false,
          customQuery: false,
          tags: [],
        },
        nodeGraph: { enabled: false },
      },
    },
    {
      name: "alertmanager with defaults",
      dataSource: { ...base, kind: "alertmanager" },
      json: { implementation: "prometheus", handleGrafanaManagedAlerts: false },
    },
    {
      name: "alertmanager of Mimir that gets Grafana's alerts",
      dataSource: {
        ...base,
        kind: "alertmanager",
        implementation: "mimir",
        handlesGrafanaAlerts: true,
      },
      json: { implementation: "mimir", handleGrafanaManagedAlerts: true },
    },
    {
      name: "postgres with defaults, without its password",
      dataSource: {
        ...base,
        kind: "postgres",
        database: "analytics",
        user: "reader",
        password,
      },
      json: {
        database: "analytics",
        sslmode: "require",
        maxOpenConns: 5,
        maxIdleConns: 5,
        connMaxLifetime: 14_400,
      },
    },
  ])("writes $name", ({ dataSource, json }) => {
    expect(kindOf(dataSource).jsonData(dataSource)).toEqual(json);
  });
});
