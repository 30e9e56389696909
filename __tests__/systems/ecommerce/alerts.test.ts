import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { dev } from "../../../environments/dev";
import { prod } from "../../../environments/prod";
import { runbookPath } from "monitoring-as-code/deployment";
import type { Environment } from "monitoring-as-code";
import { parsePromql } from "monitoring-as-code/queries/promql";
import { ecommerce } from "../../../systems/ecommerce";
import { deployedShop } from "./deployed-shop";

const root = join(__dirname, "../../..");
const written = ecommerce.alertGroups.flatMap(({ alerts }) => alerts);

const alertsIn = (environment: Environment) =>
  deployedShop(environment).alertGroups.flatMap(({ alerts }) => alerts);
const deployed = alertsIn(prod);

describe("alerts of the e-commerce shop", () => {
  test.each([
    [
      "HighErrorRate",
      'sum(rate(http_requests_total{status=~"5.."}[5m])) by (service) / sum(rate(http_requests_total[5m])) by (service)',
      "> 0.05",
      "2m",
      "critical",
      "backend",
    ],
    [
      "HighLatency",
      "histogram_quantile(0.95, sum(rate(http_request_duration_seconds_bucket[5m])) by (service, le))",
      "> 1",
      "5m",
      "warning",
      "backend",
    ],
    [
      "LowThroughput",
      "sum(rate(http_requests_total[5m])) by (service)",
      "< 1",
      "10m",
      "warning",
      "backend",
    ],
    [
      "PaymentFailureSpike",
      'sum(rate(payments_processed_total{status="failed"}[5m])) / sum(rate(payments_processed_total[5m]))',
      "> 0.1",
      "3m",
      "critical",
      "payments",
    ],
    ["InventoryLow", "inventory_level", "< 100", "5m", "warning", "inventory"],
    ["ServiceDown", "up", "== 0", "1m", "critical", "sre"],
    [
      "HighCPU",
      '100 - (avg by (instance) (rate(node_cpu_seconds_total{mode="idle"}[5m])) * 100)',
      "> 80",
      "5m",
      "warning",
      "infrastructure",
    ],
    [
      "HighMemory",
      "(1 - (node_memory_MemAvailable_bytes / node_memory_MemTotal_bytes)) * 100",
      "> 85",
      "5m",
      "warning",
      "infrastructure",
    ],
    [
      "DatabaseConnectionPoolHigh",
      "sum by (instance, server) (pg_stat_activity_count) / on (instance, server) pg_settings_max_connections",
      "> 0.8",
      "5m",
      "warning",
      "database",
    ],
    [
      "RedisMemoryHigh",
      "redis_memory_used_bytes / (redis_memory_max_bytes > 0)",
      "> 0.9",
      "5m",
      "warning",
      "cache",
    ],
    [
      "SLOViolation",
      "slo:api_gateway:availability:ratio_rate30d",
      "< 0.999",
      "5m",
      "critical",
      "sre",
    ],
  ])(
    "%s fires as specified",
    (alert, expr, condition, pending, severity, team) => {
      const rule = written.find((candidate) => candidate.alert === alert);
      expect(rule).toMatchObject({ expr, for: pending, severity, team });
      expect(`${rule?.condition?.is} ${rule?.condition?.value}`).toBe(
        condition,
      );
    },
  );

  test.each([
    [
      "ErrorBudgetBurnRateFast",
      "critical",
      "2m",
      'slo:sli_error:ratio_rate1h{system="ecommerce",slo="api-availability"} > (14.4 * 0.001)\nand\nslo:sli_error:ratio_rate5m{system="ecommerce",slo="api-availability"} > (14.4 * 0.001)',
    ],
    [
      "ErrorBudgetBurnRateSlow",
      "warning",
      "15m",
      'slo:sli_error:ratio_rate6h{system="ecommerce",slo="api-availability"} > (6 * 0.001)\nand\nslo:sli_error:ratio_rate30m{system="ecommerce",slo="api-availability"} > (6 * 0.001)',
    ],
  ])(
    "%s comes with the SLO, once, over two windows",
    (alert, severity, pending, expr) => {
      const rules = deployed.filter((candidate) => candidate.alert === alert);
      expect(rules).toHaveLength(1);
      expect(rules[0]).toMatchObject({
        severity,
        for: pending,
        labels: {
          slo: "api-availability",
          service: "api-gateway",
          team: "sre",
        },
      });
      expect(rules[0]?.expr).toBe(expr);
    },
  );

  test("are in three groups, evaluated twice a minute", () => {
    expect(
      ecommerce.alertGroups.map(({ name, interval, alerts }) => [
        name,
        interval,
        alerts.length,
      ]),
    ).toEqual([
      ["application_alerts", "30s", 5],
      ["infrastructure_alerts", "30s", 5],
      ["slo_alerts", "30s", 1],
    ]);
  });

  test("that need 30 days are left out where less is kept", () => {
    const names = (alerts: typeof deployed) => alerts.map(({ alert }) => alert);
    expect(names(deployed)).toContain("SLOViolation");
    expect(names(alertsIn(dev))).not.toContain("SLOViolation");
    expect(names(alertsIn(dev))).toContain("ErrorBudgetBurnRateFast");
  });

  test.each(deployed.map((rule) => [rule.alert, rule] as const))(
    "%s is labelled, explained and says a value",
    (alert, rule) => {
      expect(rule.labels).toMatchObject({
        system: "ecommerce",
        severity: rule.severity,
        team: rule.team,
      });
      expect(rule.annotations["runbook_url"]).toMatch(
        /^https:\/\/runbooks\.example\.com\/ecommerce\/[a-z-]+$/,
      );
      if (!alert.endsWith("MetricAbsent"))
        expect(rule.description).toContain("{{ $value");
      expect(existsSync(join(root, runbookPath("ecommerce", alert)))).toBe(
        true,
      );
    },
  );

  test.each(
    written.flatMap((rule) =>
      rule.panel === undefined ? [] : [[rule.alert, rule] as const],
    ),
  )("%s links a panel that asks the same", (_, { panel, expr }) => {
    const linked = ecommerce.dashboards
      .find(({ uid }) => uid === panel?.dashboardUid)
      ?.model.panels?.find(({ id }) => id === panel?.panelId) as
      { targets?: { expr: string }[] } | undefined;
    expect(
      linked?.targets?.map((target) =>
        target.expr.replaceAll("$__rate_interval", "5m"),
      ),
    ).toContain(expr);
  });

  test("all but the violation, which has no panel of its own, link one", () => {
    expect(
      written
        .filter(({ panel }) => panel === undefined)
        .map(({ alert }) => alert),
    ).toEqual(["SLOViolation"]);
  });
});

describe("runbooks of the e-commerce shop", () => {
  const folder = join(root, "systems/ecommerce/runbooks");

  test("explain every alert, and none that is not there", () => {
    expect(
      readdirSync(folder)
        .map((file) => `systems/ecommerce/runbooks/${file}`)
        .sort(),
    ).toEqual(
      deployed.map(({ alert }) => runbookPath("ecommerce", alert)).sort(),
    );
  });

  test.each(readdirSync(folder))(
    "%s has its four parts, and queries that parse",
    (file) => {
      const text = readFileSync(join(folder, file), "utf8");
      expect(text.match(/^## .+$/gm)).toEqual([
        "## What it means",
        "## How to see it",
        "## First steps",
        "## When to escalate",
      ]);
      const queries = [...text.matchAll(/```promql\n([\s\S]*?)\n```/g)].flatMap(
        ([, block = ""]) => block.split("\n"),
      );
      expect(queries.length).toBeGreaterThan(0);
      for (const query of queries) {
        expect(parsePromql(query).problems).toEqual([]);
      }
    },
  );
});
