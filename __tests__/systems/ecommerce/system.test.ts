import { tempoMetricsGenerator } from "monitoring-as-code/exporters/tempo-metrics-generator";
import { selectorsOf } from "monitoring-as-code/queries/promql";
import { ecommerce } from "../../../systems/ecommerce";

const recordings = ecommerce.recordingGroups.flatMap(
  ({ recordings: rules }) => rules,
);

const ratio = (window: string) =>
  `sum(rate(http_requests_total{service="api-gateway",status!~"5.."}[${window}])) / sum(rate(http_requests_total{service="api-gateway"}[${window}]))`;

describe("the e-commerce shop", () => {
  test("is scraped by nine jobs, of which only the applications carry service", () => {
    expect(
      ecommerce.jobs.map(({ job, targets, labels }) =>
        [job, ...targets, labels?.["service"] ?? "-"].join(" "),
      ),
    ).toEqual([
      "frontend frontend:8080 frontend",
      "api-gateway api-gateway:8081 api-gateway",
      "payment-service payment-service:8082 payment-service",
      "inventory-service inventory-service:8083 inventory-service",
      "prometheus localhost:9090 -",
      "otel-collector otel-collector:8888 otel-collector:8889 -",
      "node-exporter node-exporter:9100 -",
      "postgres-exporter postgres-exporter:9187 -",
      "redis-exporter redis-exporter:9121 -",
    ]);
  });

  test.each([
    ["slo:api_gateway:availability:ratio_rate5m", ratio("5m"), "5m"],
    ["slo:api_gateway:availability:ratio_rate30m", ratio("30m"), "30m"],
    ["slo:api_gateway:availability:ratio_rate1h", ratio("1h"), "1h"],
    ["slo:api_gateway:availability:ratio_rate6h", ratio("6h"), "6h"],
    ["slo:api_gateway:availability:ratio_rate30d", ratio("30d"), "30d"],
    [
      "slo:api_gateway:error_budget_remaining:ratio",
      "1 - (1 - slo:api_gateway:availability:ratio_rate30d) / (1 - 0.999)",
      "30d",
    ],
    [
      "slo:payment:availability:ratio",
      'sum(rate(payments_processed_total{status="success"}[5m])) / sum(rate(payments_processed_total[5m]))',
      undefined,
    ],
  ])("records %s", (record, expr, lookback) => {
    const rule = recordings.find((candidate) => candidate.record === record);
    expect(rule?.expr).toBe(expr);
    expect(rule?.lookback).toBe(lookback);
  });

  test("records nothing else, the short windows every 30 seconds", () => {
    expect(recordings).toHaveLength(7);
    expect(
      ecommerce.recordingGroups.map(({ name, interval }) => [name, interval]),
    ).toEqual([
      ["slo_recording_rules", "30s"],
      ["slo_period_recording_rules", "2m"],
    ]);
  });

  test("knows its own metrics by their wire names, types and units", () => {
    expect(
      ecommerce.metrics.map(
        ({ name, type, unit }) => `${name} ${type} ${unit}`,
      ),
    ).toEqual([
      "http_requests_total counter requests",
      "http_request_duration_seconds histogram seconds",
      "http_requests_inprogress gauge requests",
      "orders_created_total counter orders",
      "revenue_total_cents_total counter cents",
      "payments_processed_total counter payments",
      "payment_amount_cents histogram cents",
      "inventory_level gauge units",
      "inventory_reservations_total counter reservations",
    ]);
  });

  test("asks only for metrics that it or its exporters expose, by labels that they have", () => {
    const catalogue = [
      ...ecommerce.metrics,
      ...ecommerce.exporters.flatMap(({ metrics }) => metrics),
    ];
    const series = new Map(
      catalogue.flatMap(({ name, type, labels }) =>
        type === "histogram"
          ? ["_bucket", "_sum", "_count"].map(
              (part) => [name + part, [...labels, "le"]] as const,
            )
          : [[name, labels] as const],
      ),
    );
    const targetLabels = ["job", "instance", "system", "service"];
    const asked = [
      ...ecommerce.alertGroups.flatMap(({ alerts }) => alerts),
      ...recordings,
    ].flatMap(({ expr }) => selectorsOf(expr));
    const panels = ecommerce.dashboards.flatMap(({ model }) =>
      (
        model.panels as unknown as {
          targets?: { expr?: string; datasource?: { type: string } }[];
        }[]
      )
        .flatMap(({ targets }) => targets ?? [])
        .filter(({ datasource }) => datasource?.type === "prometheus")
        .flatMap(({ expr }) => selectorsOf(expr ?? "")),
    );
    expect(panels.length).toBeGreaterThan(30);
    for (const { metric = "", matchers } of [...asked, ...panels]) {
      if (metric.startsWith("slo:")) continue;
      const labels = series.get(metric);
      expect([metric, labels !== undefined]).toEqual([metric, true]);
      for (const { label } of matchers)
        expect([...(labels ?? []), ...targetLabels]).toContain(label);
    }
  });

  test("catalogues the service graph, without which its map is empty", () => {
    expect(ecommerce.exporters).toContain(tempoMetricsGenerator);
  });

  test("promises three things", () => {
    expect(
      ecommerce.slos.map(({ id, service, objective, period }) => [
        id,
        service,
        objective,
        period,
      ]),
    ).toEqual([
      ["api-availability", "api-gateway", 99.9, "30d"],
      ["payment-availability", "payment-service", 99.95, "30d"],
      ["inventory-availability", "inventory-service", 99.9, "30d"],
    ]);
  });
});
