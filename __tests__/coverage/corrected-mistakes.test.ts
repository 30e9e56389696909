import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectText, resourcesOf } from "../synthesized";
import { outputOf, panelsOf, resourceWith, rulesIn } from "./output";

/**
 * The mistakes that the specifications of the shop (E) and of the environments (M) list in their sources, by number: what
 * the output has instead, or why the output cannot have it.
 */
const prod = outputOf("prod");
const shop = rulesIn(prod, "ecommerce");
const text = JSON.stringify(prod.files);
const stacks = Object.values(projectText()).join("\n");

const queryOf = (alert: string): string => JSON.stringify(shop.get(alert));
const queriesOf = (uid: string, title?: string): string =>
  panelsOf(prod, uid)
    .filter((panel) => title === undefined || panel.title === title)
    .flatMap(({ targets = [] }) => targets.map(({ expr = "" }) => expr))
    .join("\n");
const file = (path: string): string =>
  readFileSync(join(__dirname, "../..", path), "utf8");

/** Number → text in which something must be, or must not be. */
const corrected: readonly (readonly [
  number: string,
  mistake: string,
  text: () => string,
  has: RegExp | undefined,
  hasNot: RegExp | undefined,
])[] = [
  [
    "E3",
    "a counter whose name ends in _total twice on the wire",
    () => queriesOf("business-metrics"),
    /revenue_total_cents_total/,
    /revenue_total_cents[^_]/,
  ],
  [
    "E4",
    "a burn over one window",
    () => queryOf("ErrorBudgetBurnRateFast"),
    /ratio_rate1h[\s\S]*and[\s\S]*ratio_rate5m/,
    /2 hours/,
  ],
  [
    "E5",
    "connections divided by a limit with other labels",
    () => queryOf("DatabaseConnectionPoolHigh"),
    /sum by \(instance, server\).*on \(instance, server\)/,
    undefined,
  ],
  [
    "E6",
    "memory divided by a maximum of 0",
    () => queryOf("RedisMemoryHigh"),
    /redis_memory_max_bytes\{[^}]*\} > 0\)/,
    undefined,
  ],
  [
    "E7",
    "exporters without service that silence everything without service",
    () => text,
    /LowThroughput\\"","service!=\\"\\""/,
    undefined,
  ],
  [
    "E8",
    "a budget measured over five minutes",
    () => queriesOf("slo-dashboard", "Error Budget Remaining"),
    /error_budget/,
    /5m|slo:api_gateway:error_budget:ratio/,
  ],
  [
    "E9",
    "a histogram's bare name",
    () => queriesOf("business-metrics", "Payment Amount Distribution"),
    /payment_amount_cents_bucket/,
    /payment_amount_cents\b(?!_)/,
  ],
  [
    "E11",
    "exporters counted as services",
    () => queriesOf("app-overview", "Active Services"),
    /service!=""/,
    /count\(up/,
  ],
  [
    "E12",
    "a counter shown raw",
    () => queriesOf("app-overview", "Total Orders"),
    /increase\(/,
    undefined,
  ],
  [
    "E14",
    "a consumption by day that is not by day",
    () => queriesOf("slo-dashboard", "Error Budget Consumption by Day"),
    /\[1d\]/,
    undefined,
  ],
  [
    "E15, E16",
    "traces that lead to logs by tags that spans do not have",
    () =>
      String(
        resourceWith(prod, "grafana_data_source", "uid", "tempo")
          .json_data_encoded,
      ),
    /tracesToLogsV2.*service\.name/,
    /"tracesToLogs"|"trace_id"/,
  ],
  [
    "E19",
    "a collector whose own telemetry alone is scraped",
    () => text,
    /otel-collector:8889/,
    undefined,
  ],
  [
    "E24",
    "SLOs, databases and caches that nobody hears of, and nobody who is called",
    () => text,
    /slo=~\\"\.\+\\".*team=~\\"infrastructure\|database\|cache\\"/,
    undefined,
  ],
  [
    "E24, continued",
    "a page that goes nowhere",
    () =>
      JSON.stringify(
        resourceWith(
          prod,
          "grafana_contact_point",
          "name",
          "ecommerce-critical-alerts",
        ),
      ),
    /"pagerduty"/,
    undefined,
  ],
  [
    "E25",
    "critical alerts without a runbook",
    () =>
      [...shop.values()]
        .filter(
          ({ annotations }) =>
            !JSON.stringify(annotations).includes("runbook_url"),
        )
        .map(({ name }) => String(name))
        .join(),
    undefined,
    /./,
  ],
  [
    "E26",
    "an annotation that links a dashboard which nobody has",
    () => queryOf("HighErrorRate"),
    /"__dashboardUid__":"app-overview"/,
    undefined,
  ],
  [
    "E32",
    "backups kept for 7 days here and 30 there",
    () =>
      JSON.stringify(
        prod.stack.resource["aws_s3_bucket_lifecycle_configuration"],
      ),
    /"days":30\}\],"filter":\[\{"prefix":"monitoring-backups\/"/,
    undefined,
  ],
  [
    "E35",
    "Grafana and Loki that nobody watches",
    () => text,
    /grafana:3000.*loki:3100/,
    /grafana_api_response_time_seconds/,
  ],
  [
    "M1",
    "a tree without a contact point",
    () =>
      JSON.stringify(resourcesOf(prod.stack, "grafana_notification_policy")),
    /"contact_point":"\$\{grafana_contact_point/,
    undefined,
  ],
  [
    "M2, M8, M27",
    "a threshold that is a text, and defaults that never settle",
    () => JSON.stringify(resourcesOf(prod.stack, "grafana_rule_group")),
    /evaluator[^}]*params[^}]*\[80\][^}]*gt/,
    /\\"expression\\":\\"B > 80|intervalMs|maxDataPoints/,
  ],
  [
    "M3",
    "one value for a whole fleet",
    () =>
      JSON.stringify(rulesIn(prod, "node-infrastructure").get("HighCPUUsage")),
    /avg by \(host, instance\)/,
    /avg\(irate/,
  ],
  [
    "M4",
    "a continue after which nothing matches",
    () => text,
    /"receiver":"applications-Slack Alerts","matchers":\["severity=\\"critical\\""\]/,
    undefined,
  ],
  [
    "M5, M6",
    "a dashboard in a wrapper, data sources by name",
    () =>
      JSON.stringify(
        resourcesOf(prod.stack, "grafana_dashboard").map(
          ({ config_json: json }) => json,
        ),
      ),
    /\\"schemaVersion\\":42/,
    /\{\\"dashboard\\":|\\"datasource\\":\\"/,
  ],
  [
    "M7",
    "a matcher on a label that only alerts have",
    () => queriesOf("application-metrics"),
    /http_requests_total/,
    /environment=/,
  ],
  [
    "M9, M14, M15",
    "dev with prod's interval, disk and remote write",
    () => JSON.stringify(outputOf("dev").files["values.yaml"]),
    /"retentionSize":"16GB","scrapeInterval":"30s"/,
    /thanos|50GB/,
  ],
  [
    "M12",
    "prod after nothing, and no plan",
    () =>
      file(".github/workflows/plan-environment.yml") +
      file(".github/workflows/deploy-environment.yml"),
    /npx monitoring plan[\s\S]*needs: plan[\s\S]*npx monitoring apply/,
    undefined,
  ],
  [
    "M13",
    "values that are templates, and a key twice",
    () => JSON.stringify(prod.files["values.yaml"]),
    /"jaeger":\{"enabled":true/,
    /\{\{/,
  ],
  [
    "M18",
    "one bucket for all, readable by nobody who needs it",
    () => stacks,
    /acme-prod-prometheus-long-term/,
    /"lifecycle_rule"|"GLACIER"|"prometheus-long-term-storage"/,
  ],
  [
    "M21",
    "an administrator's token without an end, and a credential in the files",
    () => stacks,
    /"role": "Editor"[\s\S]*"seconds_to_live": 7776000/,
    /admin:admin/,
  ],
  [
    "M24",
    "the provider of five years ago",
    () => stacks,
    /"source": "grafana\/grafana",\s*"version": "4\./,
    undefined,
  ],
  [
    "M26",
    "a message in Slack with Grafana's own title",
    () =>
      resourcesOf(prod.stack, "grafana_contact_point")
        .flatMap(({ slack = [] }) => slack as { title?: string }[])
        .map(({ title = "none" }) => title)
        .join("\n"),
    /./,
    /^none$/m,
  ],
  [
    "M28",
    "two names for one environment",
    () => text,
    /"environment":"production"/,
    /main-cluster/,
  ],
  [
    "M30",
    "a panel that Grafana no longer has",
    () => stacks,
    undefined,
    /\\"type\\":\\"(?:graph|singlestat|table-old|grafana-piechart-panel)\\"/,
  ],
  [
    "M33",
    "an alert on a job that nobody scrapes",
    () => JSON.stringify([...rulesIn(prod, "applications").values()]),
    /up\{[^}]*job=\\+"custom-app\\+"[\s\S]*absent\(|absent\([\s\S]*up\{[^}]*job=\\+"custom-app/,
    /my-app/,
  ],
];

test.each(corrected)("%s, %s, is not repeated", (_, __, read, has, hasNot) => {
  const found = read();
  if (has !== undefined) expect(found).toMatch(has);
  if (hasNot !== undefined) expect(found).not.toMatch(hasNot);
});

/** Mistakes in what this repository does not have: programs of the shop, shell scripts, charts, playbooks. */
const elsewhere: Readonly<Record<string, readonly string[]>> = {
  "programs of the shop, which are watched here and not built": [
    ...["E1", "E2", "E21", "E22", "E23", "E27", "E28"],
  ],
  "the shop's own Compose file, collector, load and chaos": [
    ...["E18", "E20", "E29", "E31", "E37"],
  ],
  "files of Grafana's provisioning, in place of which Terraform deploys": [
    ...["E10", "E17"],
  ],
  "the service map's metrics, which compose/tempo.yml switches on": ["E13"],
  "shell scripts, in place of which npm scripts are tested": [
    ...["E30", "E33", "E34", "E36", "E38", "M17", "M20", "M22", "M29"],
  ],
  "unit tests of rules, which are generated from the rules here": ["M10"],
  "pipelines on other services, images and clusters": [
    ...["M11", "M16", "M19", "M23", "M31", "M32"],
  ],
  "files that the source names and does not have": ["M25"],
};

test("every mistake of both lists is corrected, or lies elsewhere", () => {
  const numbered = (letter: string, count: number): string[] =>
    Array.from({ length: count }, (_, at) => `${letter}${at + 1}`);
  const known = [
    ...corrected.flatMap(([number]) => number.match(/[EM]\d+/g) ?? []),
    ...Object.values(elsewhere).flat(),
  ];
  expect([...new Set(known)].sort()).toEqual(
    [...numbered("E", 38), ...numbered("M", 33)].sort(),
  );
});

test("what lies elsewhere and has a file here has it right", () => {
  expect(file("compose/tempo.yml")).toContain("service-graphs");
  expect(file("systems/ecommerce/runbooks/redis-memory-high.md")).not.toContain(
    "redis_commands_failed_total",
  );
});
