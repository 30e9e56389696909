import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { sharedDataSources } from "../../data-sources";
import { runbookPath } from "monitoring-as-code/deployment";
import { secondsIn, kebabCase } from "monitoring-as-code";
import { parsePromql, metricNamesOf } from "monitoring-as-code/queries/promql";
import { productStore } from "../../systems/product-store";

const root = join(__dirname, "../..");
const alerts = productStore.alertGroups.flatMap(({ alerts }) => alerts);
const recordings = productStore.recordingGroups.flatMap(
  ({ recordings }) => recordings,
);
const catalogue = [
  ...productStore.metrics,
  ...productStore.exporters.flatMap(({ metrics }) => metrics),
];

const withoutOperators = 'endpoint!~"/metrics|/health|/debug/.*|/profiles/.*"';
const p99 = (job: string) =>
  `histogram_quantile(0.99, sum by (le) (rate(http_request_duration_seconds_bucket{job="${job}", ${withoutOperators}}[5m])))`;
const cassandraP99 = (request: string) =>
  `histogram_quantile(0.99, sum by (le, instance) (rate(mcac_client_request_latency_bucket{request_type="${request}"}[5m]))) / 1000`;

const rules: readonly (readonly [
  alert: string,
  expr: string,
  condition: string,
  duration: string,
  severity: string,
  service: string,
  noData: string,
])[] = [
  [
    "BackendHighP99Latency",
    p99("backend-service"),
    "> 0.5",
    "2m",
    "critical",
    "backend",
    "OK",
  ],
  [
    "CartServiceP99Latency",
    p99("cart-service"),
    "> 0.5",
    "2m",
    "critical",
    "cart",
    "OK",
  ],
  [
    "OrderServiceP99Latency",
    p99("order-service"),
    "> 0.5",
    "2m",
    "critical",
    "order",
    "OK",
  ],
  [
    "UserServiceP99Latency",
    p99("user-service"),
    "> 0.5",
    "2m",
    "critical",
    "user",
    "OK",
  ],
  [
    "UserFacingLatencyHigh",
    'histogram_quantile(0.95, sum by (le) (rate(http_request_duration_seconds_bucket{job="backend-service", endpoint="/api/products"}[5m])))',
    "> 0.5",
    "5m",
    "warning",
    "backend",
    "OK",
  ],
  [
    "HighErrorRate",
    '100 * sum by (job) (rate(http_requests_total{status=~"5.."}[5m])) / sum by (job) (rate(http_requests_total[5m]))',
    "> 5",
    "5m",
    "critical",
    '{{ $labels.job | reReplaceAll "-service$" "" }}',
    "OK",
  ],
  [
    "CassandraHighRPS",
    'sum by (instance) (rate(mcac_client_request_latency_total{request_type=~"read|write"}[5m]))',
    "> 100",
    "5m",
    "warning",
    "cassandra",
    "OK",
  ],
  [
    "CassandraHighLatency",
    cassandraP99("read"),
    "> 100",
    "2m",
    "critical",
    "cassandra",
    "NoData",
  ],
  [
    "HighMemoryUsage",
    '100 * mcac_jvm_memory_used{memory_type="heap"} / (mcac_jvm_memory_max{memory_type="heap"} > 0)',
    "> 80",
    "5m",
    "warning",
    "cassandra",
    "NoData",
  ],
  [
    "CassandraHighWriteLatency",
    cassandraP99("write"),
    "> 100",
    "2m",
    "critical",
    "cassandra",
    "OK",
  ],
  ["NginxDown", "nginx_up", "< 1", "1m", "critical", "nginx", "OK"],
];

describe("product store", () => {
  it("scrapes the services under the names that their spans carry, as often as their guide says", () => {
    expect(
      productStore.jobs.map(({ job, targets, path, interval }) =>
        [job, ...targets, path ?? "/metrics", interval].join(" "),
      ),
    ).toEqual([
      "backend-service backend:8000 /metrics 10s",
      "cart-service cart:8001 /metrics 10s",
      "order-service order:8002 /metrics 10s",
      "user-service user:8003 /metrics 10s",
      "nginx-exporter nginx-exporter:9113 /metrics 15s",
      "cassandra-mcac cassandra:9103 /metrics 15s",
      "locust locust:8089 /stats/prometheus 5s",
      "jaeger jaeger:14269 /metrics 15s",
      "span-metrics otel-collector:8889 /metrics 15s",
    ]);
  });

  it("finds its traces in Jaeger, each span leading to the metrics of its job", () => {
    const jaeger = sharedDataSources.find(({ uid }) => uid === "jaeger");
    expect(jaeger).toMatchObject({
      kind: "jaeger",
      nodeGraph: true,
      tracesToMetrics: {
        datasourceUid: "prometheus",
        tags: { "service.name": "job" },
      },
    });
  });

  it("names counters by their wire names and keeps persons and orders out of labels", () => {
    for (const { name, type, labels } of productStore.metrics) {
      if (type === "counter") expect(name).toMatch(/_total$/);
      expect(labels).not.toEqual(
        expect.arrayContaining([
          expect.stringMatching(/^(product_id|user_id|order_id|username)$/),
        ]),
      );
    }
  });

  test.each(rules)(
    "alerts with %s",
    (alert, expr, condition, duration, severity, service, noData) => {
      const rule = alerts.find((candidate) => candidate.alert === alert);
      expect(rule?.expr).toBe(expr);
      expect(`${rule?.condition?.is} ${rule?.condition?.value}`).toBe(
        condition,
      );
      expect(rule?.for).toBe(duration);
      expect(rule?.severity).toBe(severity);
      expect(rule?.labels?.service).toBe(service);
      expect(rule?.noData ?? "OK").toBe(noData);
    },
  );

  it("has further alerts on its targets, its traces and its own alerting", () => {
    const named = new Set(rules.map(([alert]) => alert));
    expect(
      alerts.map(({ alert }) => alert).filter((alert) => !named.has(alert)),
    ).toEqual(["TargetDown", "JaegerSpansDropped", "Watchdog"]);
  });

  it("evaluates the source's alerts every ten seconds in their group", () => {
    const group = productStore.alertGroups.find(
      ({ name }) => name === "microservices_alerts",
    );
    expect(group?.interval).toBe("10s");
    expect(group?.alerts).toHaveLength(9);
  });

  test.each(alerts.map((rule) => [rule.alert, rule] as const))(
    "%s parses, rests on known metrics, and is explained",
    (alert, rule) => {
      expect(parsePromql(rule.expr).problems).toEqual([]);
      const runbook = join(root, runbookPath("product-store", alert));
      expect(existsSync(runbook)).toBe(true);
      const text = readFileSync(runbook, "utf8");
      expect(text.match(/^#+ .+$/gm)).toEqual([
        `# ${alert}`,
        "## What it means",
        "## How to see it",
        "## First steps",
        "## When to escalate",
      ]);
      expect(rule.description).not.toMatch(/\{\{ \$value \}\}/);
    },
  );

  test.each(
    alerts
      .filter(({ alert }) => alert !== "Watchdog")
      .map(({ alert, for: duration = "0s" }) => [alert, duration] as const),
  )(
    "%s waits for two evaluations of the slowest environment",
    (_, duration) => {
      expect(secondsIn(duration)).toBeGreaterThanOrEqual(60);
    },
  );

  test.each(
    alerts.flatMap(({ alert, panel, expr }) =>
      panel === undefined ? [] : [[alert, panel, expr] as const],
    ),
  )("%s links a panel that asks the same", (_, panel, expr) => {
    const dashboard = productStore.dashboards.find(
      ({ uid }) => uid === panel.dashboardUid,
    );
    const linked = (
      dashboard?.model.panels as unknown as {
        id: number;
        targets?: { expr: string }[];
      }[]
    ).find(({ id }) => id === panel.panelId);
    const asked = linked?.targets?.map((target) =>
      target.expr.replaceAll("$__rate_interval", "5m"),
    );
    // The gateway's panel shows the worst of all instances.
    if (expr === "nginx_up") expect(asked).toEqual(["min(nginx_up)"]);
    else expect(asked).toContain(expr);
  });

  it("has no runbook of an alert that is not there", () => {
    const files = readdirSync(join(root, "systems/product-store/runbooks"));
    expect(files.sort()).toEqual(
      alerts.map(({ alert }) => `${kebabCase(alert)}.md`).sort(),
    );
  });

  it("records what the services' dashboards repeat", () => {
    expect(
      Object.fromEntries(recordings.map(({ record, expr }) => [record, expr])),
    ).toEqual({
      "job:http_requests:rate5m":
        "sum by (job) (rate(http_requests_total[5m]))",
      "job:http_requests_errors:ratio_rate5m":
        'sum by (job) (rate(http_requests_total{status=~"5.."}[5m])) / sum by (job) (rate(http_requests_total[5m]))',
      "job_le:http_request_duration_seconds_bucket:rate5m":
        "sum by (job, le) (rate(http_request_duration_seconds_bucket[5m]))",
    });
  });

  it("asks for nothing that nobody exposes, and exposes nothing in vain", () => {
    const queries = [
      ...alerts.map(({ expr }) => expr),
      ...recordings.map(({ expr }) => expr),
      ...productStore.dashboards.flatMap(({ model }) =>
        (model.panels as unknown as { targets?: { expr: string }[] }[]).flatMap(
          ({ targets }) => (targets ?? []).map(({ expr }) => expr),
        ),
      ),
    ];
    const asked = new Set(queries.flatMap((expr) => metricNamesOf(expr)));
    const exposed = new Set([
      "up",
      ...recordings.map(({ record }) => record),
      ...catalogue.flatMap(({ name, type }) =>
        type === "histogram"
          ? [`${name}_bucket`, `${name}_sum`, `${name}_count`]
          : [name],
      ),
    ]);
    expect([...asked].filter((name) => !exposed.has(name))).toEqual([]);
    const unasked = productStore.metrics.filter(
      ({ name }) =>
        ![...asked].some((one) => one === name || one.startsWith(`${name}_`)),
    );
    expect(unasked).toEqual([]);
  });
});
