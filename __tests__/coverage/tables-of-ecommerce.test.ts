import { commands } from "./commands";
import { ecommerce } from "../../systems/ecommerce";
import { resourcesOf } from "../synthesized";
import { jsonIn, outputOf, panelsOf, resourceWith, rulesIn } from "./output";

/** Every table of the specification of the e-commerce shop, by name, and where its rows are in prod's output. */
const prod = outputOf("prod");
const rules = rulesIn(prod, "ecommerce");

interface ScrapeConfig {
  readonly job_name: string;
  readonly static_configs: readonly {
    readonly targets: readonly string[];
    readonly labels: Readonly<Record<string, string>>;
  }[];
}

interface RuleFile {
  readonly groups: readonly {
    readonly rules: readonly { readonly alert?: string; record?: string }[];
  }[];
}

const { scrape_configs: scrapeConfigs, global } = prod.files[
  "prometheus.yml"
] as {
  scrape_configs: readonly ScrapeConfig[];
  global: Readonly<Record<string, unknown>>;
};
const ruleFile = prod.files["rules/ecommerce.yml"] as RuleFile;
const alertmanager = prod.files["alertmanager.yml"] as {
  readonly receivers: readonly { readonly name: string }[];
  readonly route: { readonly routes: readonly Route[] };
  readonly inhibit_rules: readonly Inhibition[];
};

interface Route {
  readonly receiver: string;
  readonly matchers?: readonly string[];
  readonly group_by?: readonly string[];
  readonly group_wait?: string;
  readonly repeat_interval?: string;
  readonly continue?: boolean;
  readonly routes?: readonly Route[];
}

interface Inhibition {
  readonly source_matchers: readonly string[];
  readonly target_matchers: readonly string[];
  readonly equal?: readonly string[];
}

test.each([
  ["frontend", "frontend:8080", "frontend"],
  ["api-gateway", "api-gateway:8081", "api-gateway"],
  ["payment-service", "payment-service:8082", "payment-service"],
  ["inventory-service", "inventory-service:8083", "inventory-service"],
  ["prometheus", "localhost:9090", undefined],
  ["otel-collector", "otel-collector:8888", undefined],
  ["otel-collector", "otel-collector:8889", undefined],
  ["node-exporter", "node-exporter:9100", undefined],
  ["postgres-exporter", "postgres-exporter:9187", undefined],
  ["redis-exporter", "redis-exporter:9121", undefined],
])("components: the job %s scrapes %s", (job, target, service) => {
  const config = scrapeConfigs.find(
    ({ job_name: name }) => name === `ecommerce/${job}`,
  );
  const found = config?.static_configs.find(({ targets }) =>
    targets.includes(target),
  );
  expect(found?.labels).toMatchObject({ job, system: "ecommerce" });
  expect(found?.labels["service"]).toBe(service);
});

test.each([
  ["http_requests_total", "counter"],
  ["http_request_duration_seconds", "histogram"],
  ["http_requests_inprogress", "gauge"],
  ["orders_created_total", "counter"],
  ["revenue_total_cents_total", "counter"],
  ["payments_processed_total", "counter"],
  ["payment_amount_cents", "histogram"],
  ["inventory_level", "gauge"],
  ["inventory_reservations_total", "counter"],
  ["up", "gauge"],
  ["node_cpu_seconds_total", "counter"],
  ["node_memory_MemAvailable_bytes", "gauge"],
  ["node_memory_MemTotal_bytes", "gauge"],
  ["pg_stat_activity_count", "gauge"],
  ["pg_settings_max_connections", "gauge"],
  ["redis_memory_used_bytes", "gauge"],
  ["redis_memory_max_bytes", "gauge"],
])("metrics: %s is a %s of the catalogue", (name, type) => {
  const catalogue = [
    ...ecommerce.metrics,
    ...ecommerce.exporters.flatMap(({ metrics }) => metrics),
  ];
  expect(catalogue.find((metric) => metric.name === name)?.type).toBe(type);
});

test.each([
  ["grafana_folder ecommerce", "grafana_folder", "title", "E-Commerce"],
  ["grafana_data_source", "grafana_data_source", "uid", "prometheus"],
  ["grafana_data_source", "grafana_data_source", "uid", "loki"],
  ["grafana_data_source", "grafana_data_source", "uid", "tempo"],
  ["grafana_rule_group", "grafana_rule_group", "name", "application_alerts"],
  ["grafana_rule_group", "grafana_rule_group", "name", "infrastructure_alerts"],
  ["aws_s3_bucket", "aws_s3_bucket", "bucket", "acme-prod-monitoring-backups"],
])("Terraform resources: %s (%s, %s = %s)", (_, type, attribute, value) => {
  expect(resourceWith(prod, type, attribute, value)).toBeDefined();
});

test("Terraform resources: the rule file and alertmanager.yml are rendered", () => {
  expect(ruleFile.groups.length).toBeGreaterThan(3);
  expect(alertmanager.receivers.length).toBeGreaterThan(5);
});

test("environments: production is labelled so, scraped and evaluated every 15 seconds", () => {
  expect(global).toMatchObject({
    scrape_interval: "15s",
    evaluation_interval: "15s",
    external_labels: { environment: "production" },
  });
});

test.each([
  [
    "Prometheus",
    "prometheus",
    {
      httpMethod: "POST",
      timeInterval: "15s",
      exemplarTraceIdDestinations: [
        { name: "trace_id", datasourceUid: "tempo" },
      ],
    },
  ],
  [
    "Loki",
    "loki",
    {
      maxLines: 1000,
      derivedFields: expect.arrayContaining([
        expect.objectContaining({
          name: "TraceID",
          matcherRegex: String.raw`trace_id=(\w+)`,
          url: "${__value.raw}",
          datasourceUid: "tempo",
        }),
      ]) as unknown,
    },
  ],
  [
    "Tempo",
    "tempo",
    {
      tracesToLogsV2: expect.objectContaining({
        datasourceUid: "loki",
        filterByTraceID: true,
        tags: [{ key: "service.name", value: "service" }],
      }) as unknown,
      serviceMap: { datasourceUid: "prometheus" },
    },
  ],
])("data sources: %s", (name, uid, json) => {
  const source = resourceWith(prod, "grafana_data_source", "uid", uid);
  expect(source).toMatchObject({
    name,
    type: uid,
    access_mode: "proxy",
    is_default: uid === "prometheus",
  });
  expect(jsonIn(source.json_data_encoded)).toMatchObject(json);
});

test.each([
  [
    "app-overview",
    [
      "timeseries Request Rate",
      "timeseries Error Rate",
      "timeseries P95 Latency",
      "stat Active Services",
      "stat Total Orders",
      "stat Revenue (last hour)",
      "gauge Payment Success Rate",
      "nodeGraph Service Map",
    ],
  ],
  [
    "slo-dashboard",
    [
      "gauge API Gateway SLO Status",
      "stat Error Budget Remaining",
      "timeseries Burn Rate (1h window)",
      "timeseries 30-Day Availability Trend",
      "bargauge Error Budget Consumption by Day",
      "table SLI Components",
    ],
  ],
  [
    "business-metrics",
    [
      "timeseries Orders per Minute",
      "timeseries Revenue per Hour",
      "stat Payment Success Rate",
      "stat Average Order Value",
      "bargauge Inventory by Product",
      "piechart Top Products by Reservations",
      // A histogram's buckets are bars already.
      "bargauge Payment Amount Distribution",
    ],
  ],
])("dashboards: %s", (uid, specified) => {
  const panels = panelsOf(prod, uid).map(
    ({ type, title }) => `${type} ${title}`,
  );
  for (const panel of specified) expect(panels).toContain(panel);
});

test.each([
  ["HighErrorRate", "2m", "critical", { team: "backend" }],
  ["HighLatency", "5m", "warning", { team: "backend" }],
  ["LowThroughput", "10m", "warning", { team: "backend" }],
  ["PaymentFailureSpike", "3m", "critical", { team: "payments" }],
  ["InventoryLow", "5m", "warning", { team: "inventory" }],
  ["ServiceDown", "1m", "critical", { team: "sre" }],
  ["HighCPU", "5m", "warning", { team: "infrastructure" }],
  ["HighMemory", "5m", "warning", { team: "infrastructure" }],
  ["DatabaseConnectionPoolHigh", "5m", "warning", { team: "database" }],
  ["RedisMemoryHigh", "5m", "warning", { team: "cache" }],
  ["ErrorBudgetBurnRateFast", "2m", "critical", { slo: "api-availability" }],
  ["ErrorBudgetBurnRateSlow", "15m", "warning", { slo: "api-availability" }],
  ["SLOViolation", "5m", "critical", { slo: "api-availability" }],
])("alert rules: %s after %s is %s", (name, duration, severity, labels) => {
  const rule = rules.get(name);
  expect(rule?.for).toBe(duration);
  expect(rule?.labels).toMatchObject({ severity, ...labels });
  expect(rule?.annotations).toMatchObject({
    summary: expect.any(String) as string,
    description: expect.any(String) as string,
    runbook_url: expect.stringContaining("/ecommerce/") as string,
  });
  const inPrometheus = ruleFile.groups.flatMap(({ rules: all }) => all);
  expect(inPrometheus.map(({ alert }) => alert)).toContain(name);
});

test.each([
  "slo:api_gateway:availability:ratio_rate5m",
  "slo:api_gateway:error_budget_remaining:ratio",
  "slo:payment:availability:ratio",
])("recording rules: %s is recorded by either evaluator", (record) => {
  const inPrometheus = ruleFile.groups
    .flatMap(({ rules: all }) => all)
    .map((rule) => rule.record);
  expect(inPrometheus).toContain(record);
  const inGrafana = resourcesOf(prod.stack, "grafana_rule_group")
    .flatMap(({ rule }) => rule as { record?: unknown }[])
    .map(({ record: recorded }) => JSON.stringify(recorded) ?? "");
  expect(inGrafana.some((text) => text.includes(`"${record}"`))).toBe(true);
});

test.each([
  ["default", "#monitoring"],
  ["critical-alerts", "#critical-alerts"],
  ["slo-alerts", "#slo-alerts"],
  ["business-alerts", "#business-alerts"],
  ["infrastructure-alerts", "#infrastructure"],
])("receivers: %s posts to %s", (name, channel) => {
  const point = resourceWith(
    prod,
    "grafana_contact_point",
    "name",
    `ecommerce-${name}`,
  );
  expect(point.slack).toEqual([
    expect.objectContaining({ recipient: channel }),
  ]);
  expect(alertmanager.receivers.map((receiver) => receiver.name)).toContain(
    `ecommerce-${name}`,
  );
});

test("the route tree, corrected", () => {
  const shop = alertmanager.route.routes.find(({ matchers }) =>
    matchers?.includes('system="ecommerce"'),
  );
  expect(shop).toMatchObject({
    receiver: "ecommerce-default",
    group_by: ["alertname", "cluster", "service"],
    group_wait: "10s",
    group_interval: "5m",
    repeat_interval: "4h",
  });
  expect(
    shop?.routes?.map(
      ({ matchers = [], receiver, group_wait, repeat_interval, ...rest }) => [
        matchers.join(),
        receiver.replace("ecommerce-", ""),
        group_wait,
        repeat_interval,
        rest.continue ?? false,
      ],
    ),
  ).toEqual([
    ['severity="critical"', "critical-alerts", "10s", "1h", true],
    ['slo=~".+"', "slo-alerts", "30s", "2h", false],
    [
      'alertname=~"PaymentFailureSpike|InventoryLow"',
      "business-alerts",
      undefined,
      undefined,
      false,
    ],
    [
      'team=~"infrastructure|database|cache"',
      "infrastructure-alerts",
      undefined,
      undefined,
      false,
    ],
  ]);
});

test("inhibition, corrected: a service that is down silences its symptoms, a fast burn the slow one", () => {
  const withSource = (...matchers: readonly string[]) =>
    alertmanager.inhibit_rules.find(({ source_matchers: source }) =>
      matchers.every((matcher) => source.includes(matcher)),
    );
  expect(
    withSource('system="ecommerce"', 'alertname="ServiceDown"'),
  ).toMatchObject({
    source_matchers: expect.arrayContaining(['service!=""']) as unknown,
    target_matchers: expect.arrayContaining([
      'alertname=~"HighErrorRate|HighLatency|LowThroughput"',
      'service!=""',
    ]) as unknown,
    equal: expect.arrayContaining(["service"]) as unknown,
  });
  const fast = withSource('slo="api-availability"', 'burn_tier="page-quick"');
  expect(fast?.target_matchers.join()).toMatch(/burn_tier=.*ticket-quick/);
  expect(fast?.equal).toEqual(expect.arrayContaining(["system", "slo"]));
});

test.each([
  ["api-availability", 0.001],
  ["payment-availability", 0.0005],
  ["inventory-availability", 0.001],
])("SLOs: %s has a budget of %d, recorded and alerted on", (slo, budget) => {
  const burning = [...rules.values()].filter(
    ({ labels }) => (labels as Record<string, string>)["slo"] === slo,
  );
  expect(burning.length).toBeGreaterThanOrEqual(3);
  expect(JSON.stringify(burning)).toContain(`* ${budget})`);
});

/** Row of the table of scripts → the command that does it here. */
test.each([
  ["deploy.sh", "monitoring apply"],
  ["backup.sh", "monitoring backup"],
  ["generate-slo-report.sh", "monitoring slo"],
  [
    "chaos-test.sh and integration-test.sh, on the rendered files",
    "npm run e2e",
  ],
])("operations: %s is %s", (_, command) => {
  expect(commands).toContain(command);
});

/** What the exercise at the end asks for, where this repository is the answer. */
test.each([
  ["3 exporters", ecommerce.exporters.length, 3],
  ["5 metrics of its own", ecommerce.metrics.length, 5],
  ["10 alert rules", rules.size, 10],
  ["3 SLOs", ecommerce.slos.length, 3],
  ["4 dashboards", ecommerce.dashboards.length, 4],
  ["inhibition", ecommerce.notifications?.inhibitions?.length ?? 0, 1],
])("capstone: at least %s", (_, count, least) => {
  expect(count).toBeGreaterThanOrEqual(least);
});
