import project from "../../monitoring";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { dev } from "../../environments/dev";
import { prod } from "../../environments/prod";
import { deploymentOf, runbookPath } from "monitoring-as-code/deployment";
import { type Environment, kebabCase } from "monitoring-as-code";
import {
  checkPromql,
  checkSemantics,
  metricNamesOf,
} from "monitoring-as-code/queries/promql";
import { easyFlow } from "../../systems/easy-flow";

interface Target {
  readonly expr?: string;
  readonly rawSql?: string;
  readonly format?: string;
  readonly instant?: boolean;
}
interface TestedPanel {
  readonly id: number;
  readonly title: string;
  readonly type: string;
  readonly targets?: readonly Target[];
}

const root = join(__dirname, "../..");
const deployed = (environment: Environment) => {
  const [system] = deploymentOf(environment, {
    ...project,
    systems: [easyFlow],
  }).systems;
  if (system === undefined) throw new Error("easy-flow is not deployed");
  return system;
};
const production = deployed(prod);
const alerts = easyFlow.alertGroups.flatMap(({ alerts }) => alerts);
const panelsOn = (uid: string): readonly TestedPanel[] =>
  (
    easyFlow.dashboards.find((one) => one.uid === uid)?.model
      .panels as unknown as TestedPanel[]
  ).filter(({ type }) => type !== "row");
const panels = easyFlow.dashboards.flatMap(({ uid }) => panelsOn(uid));
const sqlQueries = panels.flatMap(({ title, targets = [] }) =>
  targets.flatMap(({ rawSql, format }) =>
    rawSql === undefined ? [] : [{ title, rawSql, format }],
  ),
);
const promqlQueries = [
  ...panels.flatMap(({ title, targets = [] }) =>
    targets.flatMap(({ expr, rawSql }) =>
      expr === undefined || rawSql !== undefined || expr.includes("| json")
        ? []
        : [[title, expr] as const],
    ),
  ),
  ...production.alertGroups.flatMap((group) =>
    group.alerts.flatMap(({ alert, expr, datasource }) =>
      datasource === undefined ? [[alert, expr] as const] : [],
    ),
  ),
  ...production.recordingGroups.flatMap(({ recordings }) =>
    recordings.map(({ record, expr }) => [record, expr] as const),
  ),
];

const errors = 'sum by (service) (rate(errors_total{job="easy-flow"}[5m]))';
const requests =
  'sum by (service) (rate(response_time_seconds_count{job="easy-flow"}[5m]))';

describe("easy flow", () => {
  test.each([
    [
      "easy-flow-operational",
      "10s",
      "now-1h",
      [
        "Current RPS",
        "API status",
        "Service targets",
        "Errors per second by type",
        "Error share of traffic",
        "Error log",
        "Response time p95 by service",
        "Requests slower than 10 s",
        "CPU usage",
        "RAM usage",
        "Disk usage",
        "Active sessions",
      ],
    ],
    [
      "easy-flow-business",
      "5m",
      "now-7d",
      [
        "Dialogues by platform",
        "Messages by platform",
        "Top intents",
        "Top problems: unresolved dialogues by intent",
        "Top technical problems",
        "Customer satisfaction (CSAT)",
        "CSAT trend by platform",
        "NPS",
        "Conversion to action",
        "Conversion to action, day by day",
        "Request resolution time p50 and p95",
        "Escalations to operators",
        "Repeat contacts within 7 days",
        "Resolved dialogues",
        "Negative reviews",
      ],
    ],
    [
      "easy-flow-ai",
      "1m",
      "now-24h",
      [
        "AI response time percentiles",
        "Average AI response time",
        "Tokens used",
        "Cost",
        "Total cost and cost per dialogue",
        "Intent recognition accuracy",
        "Average intent confidence",
        "Answers rated 4 or 5",
      ],
    ],
    [
      "easy-flow-sla",
      "1m",
      "now-24h",
      [
        "Uptime (30d)",
        "Average response time (30d)",
        "Average response time",
        "Partner API availability",
        "Webhook response time p95",
        "Authentication errors",
        "API quota used",
      ],
    ],
  ])(
    "shows on %s what is asked for, in order",
    (uid, refresh, from, titles) => {
      const { model } =
        easyFlow.dashboards.find((one) => one.uid === uid) ?? {};
      expect(model?.refresh).toBe(refresh);
      expect(model?.time?.from).toBe(from);
      expect(panelsOn(uid).map(({ title }) => title)).toEqual(titles);
    },
  );

  it("keeps its analytics in a database of its own, read with few connections", () => {
    expect(easyFlow.dataSources).toEqual([
      expect.objectContaining({
        kind: "postgres",
        uid: "easy-flow-analytics",
        sslMode: "require",
        maxOpenConnections: 5,
      }),
    ]);
  });

  it("points the SQL of all dashboards at that database", () => {
    for (const { uid, model } of easyFlow.dashboards) {
      const variable = model.templating?.list?.find(
        ({ name }) => name === "sql",
      );
      const asksSql = panelsOn(uid).some(({ targets = [] }) =>
        targets.some(({ rawSql }) => rawSql !== undefined),
      );
      expect(variable?.current?.value).toBe(
        asksSql ? "easy-flow-analytics" : undefined,
      );
    }
  });

  it("asks the database eleven questions, each bounded by the shown time and the chosen platforms", () => {
    expect(sqlQueries).toHaveLength(11);
    for (const { rawSql } of sqlQueries) {
      expect(rawSql).toContain('$__timeFilter("timestamp")');
      expect(rawSql).toContain("platform IN (${platform:sqlstring})");
      expect(rawSql.match(/FROM (\w+)/g)).toContain(
        "FROM conversation_metrics",
      );
    }
  });

  it("asks for a series where the query has a column time, else for a table", () => {
    for (const { title, rawSql, format } of sqlQueries)
      expect([title, format]).toEqual([
        title,
        rawSql.includes("$__timeGroupAlias") ? "time_series" : "table",
      ]);
  });

  it("gives SQL the values of the platform variable, which a regular expression for all would break", () => {
    for (const { model } of easyFlow.dashboards)
      for (const variable of model.templating?.list ?? [])
        expect(variable).not.toHaveProperty("allValue");
  });

  it("shows nobody's identity", () => {
    for (const { rawSql } of sqlQueries) {
      const [, columns] = /^SELECT ([\s\S]+?)\s+FROM /m.exec(rawSql) ?? [];
      expect(columns).toMatch(/\w/);
      expect(columns).not.toContain("user_id");
    }
    for (const { labels } of easyFlow.metrics)
      expect(labels).not.toContain("user_id");
  });

  test.each([
    [
      "HighErrorRate",
      `(${errors} or 0 * ${requests}) / (${requests} > 0)`,
      "> 0.05",
      "2m",
      "critical",
      "technical",
    ],
    [
      "SlowResponseTime",
      '1 - sum(rate(response_time_seconds_bucket{job="easy-flow",le="10.0"}[5m])) / (sum(rate(response_time_seconds_count{job="easy-flow"}[5m])) > 0)',
      "> 0.05",
      "5m",
      "warning",
      "technical",
    ],
    [
      "EasyFlowApiDown",
      'probe_success{job="easy-flow-health"} == 0 or absent(probe_success{job="easy-flow-health"})',
      "any",
      "1m",
      "critical",
      "technical",
    ],
    [
      "EasyFlowDiskUsageHigh",
      '100 * (1 - node_filesystem_avail_bytes{job="easy-flow-node",fstype!="tmpfs",fstype!="overlay"} / node_filesystem_size_bytes{job="easy-flow-node",fstype!="tmpfs",fstype!="overlay"})',
      "> 85",
      "5m",
      "critical",
      "technical",
    ],
    [
      "EasyFlowMemoryHigh",
      '100 * (1 - node_memory_MemAvailable_bytes{job="easy-flow-node"} / node_memory_MemTotal_bytes{job="easy-flow-node"})',
      "> 90",
      "5m",
      "critical",
      "technical",
    ],
    [
      "EasyFlowSlaResponseTime",
      'job:response_time_seconds:avg_rate5m{job="easy-flow"}',
      "> 2",
      "15m",
      "warning",
      "technical",
    ],
    [
      "EasyFlowSatisfactionLow",
      'SELECT avg(satisfaction_score)::float AS csat\nFROM conversation_metrics\nWHERE $__timeFilter("timestamp") AND satisfaction_score BETWEEN 1 AND 5\nHAVING count(*) >= 20',
      "< 4",
      "0s",
      "warning",
      "business",
    ],
    [
      "EasyFlowEscalationsGrowing",
      'sum(increase(easy_flow_escalations_total{job="easy-flow"}[1d])) > 1.2 * sum(increase(easy_flow_escalations_total{job="easy-flow"}[7d] offset 1d)) / 7 and sum(increase(easy_flow_escalations_total{job="easy-flow"}[1d])) > 10',
      "any",
      "15m",
      "warning",
      "business",
    ],
    [
      "EasyFlowNegativeReviews",
      'sum by (platform) (increase(easy_flow_negative_reviews_total{job="easy-flow"}[15m]))',
      "> 0",
      "0s",
      "warning",
      "business",
    ],
  ])("alerts with %s", (name, expr, condition, pending, severity, category) => {
    const rule = alerts.find(({ alert }) => alert === name);
    expect(rule).toMatchObject({
      expr,
      for: pending,
      severity,
      labels: { category },
    });
    expect(
      rule?.condition ? `${rule.condition.is} ${rule.condition.value}` : "any",
    ).toBe(condition);
  });

  it("evaluates technical alerts every half minute, those of the business every five", () => {
    expect(
      easyFlow.alertGroups.map(({ name, interval }) => [name, interval]),
    ).toEqual([
      ["easy-flow", "30s"],
      ["easy-flow-business", "5m"],
    ]);
  });

  it("never lets healthy probes, which the query of EasyFlowApiDown drops, raise the alarm", () => {
    const down = alerts.find(({ alert }) => alert === "EasyFlowApiDown");
    expect(down?.noData ?? "OK").toBe("OK");
  });

  it("asks the database for satisfaction over a day", () => {
    expect(
      alerts.find(({ alert }) => alert === "EasyFlowSatisfactionLow"),
    ).toMatchObject({
      datasource: { kind: "postgres", uid: "easy-flow-analytics" },
      lookback: "1d",
    });
  });

  it("compares escalations with the week before only where metrics are kept that long", () => {
    const names = (environment: Environment) =>
      deployed(environment).alertGroups.flatMap((group) =>
        group.alerts.map(({ alert }) => alert),
      );
    expect(names(prod)).toContain("EasyFlowEscalationsGrowing");
    expect(names(dev)).not.toContain("EasyFlowEscalationsGrowing");
  });

  it("links from every alert a panel, most of which ask the same", () => {
    const asked = alerts.map(({ alert, expr, panel }) => {
      const linked = panels.find(({ id }) => id === panel?.panelId);
      const same = (linked?.targets ?? []).some(
        (target) =>
          target.expr
            ?.replaceAll("$__rate_interval", "5m")
            .replace(/,(service|platform)=~"\$\1"/g, "") === expr,
      );
      return linked === undefined ? [alert, "no panel"] : [alert, same];
    });
    expect(
      asked.filter(([, same]) => same !== true).map(([alert]) => alert),
    ).toEqual([
      "EasyFlowApiDown",
      "EasyFlowSatisfactionLow",
      "EasyFlowEscalationsGrowing",
    ]);
  });

  it("records ratios, means and the uptime of a month", () => {
    expect(
      easyFlow.recordingGroups.map(({ name, interval, recordings }) => [
        name,
        interval,
        recordings.map(({ record }) => record),
      ]),
    ).toEqual([
      [
        "easy-flow-recording",
        "1m",
        [
          "job_service:errors:ratio_rate5m",
          "job:response_time_seconds:avg_rate5m",
          "job:probe_success:avg_over_time30d",
        ],
      ],
    ]);
  });

  it("promises 99.9 % of the API's health checks", () => {
    expect(easyFlow.slos).toEqual([
      expect.objectContaining({ objective: 99.9, period: "30d" }),
    ]);
  });

  it("tells three receivers: who is critical first and hourly, the business daily", () => {
    expect(easyFlow.notifications?.receivers.map(({ name }) => name)).toEqual([
      "default",
      "critical",
      "business",
    ]);
    expect(easyFlow.notifications?.route).toMatchObject({
      groupBy: ["system", "alertname"],
      repeatInterval: "4h",
      receiver: { name: "default" },
      routes: [
        {
          receiver: { name: "critical" },
          groupWait: "10s",
          repeatInterval: "1h",
        },
        { receiver: { name: "business" }, repeatInterval: "24h" },
      ],
    });
  });

  it("leaves targets without a label service, which would rename that of the metrics", () => {
    for (const { labels = {} } of easyFlow.jobs)
      expect(labels).not.toHaveProperty("service");
  });

  test.each(promqlQueries)("asks in PromQL that holds: %s", (_, expr) => {
    expect(checkPromql(expr)).toMatchObject({ valid: true });
    expect(
      checkSemantics(expr, {
        metrics: [
          ...easyFlow.metrics,
          ...easyFlow.exporters.flatMap(({ metrics }) => metrics),
        ],
        recordings: production.recordingGroups.flatMap(
          ({ recordings }) => recordings,
        ),
        targetLabels: ["instance", "job", "system", "integration"],
        scrapeIntervalSeconds: 15,
      }).map(({ id, message }) => `${id}: ${message}`),
    ).toEqual([]);
  });

  it("shows or alerts on everything that the services expose", () => {
    const asked = new Set(
      promqlQueries.flatMap(([, expr]) => metricNamesOf(expr)),
    );
    expect(
      easyFlow.metrics
        .map(({ name }) => name)
        .filter(
          (name) =>
            ![...asked].some(
              (one) =>
                one === name ||
                /^_(bucket|sum|count)$/.test(one.replace(name, "")),
            ),
        ),
    ).toEqual([]);
  });

  it("explains every alert, and none that is not there", () => {
    const names = production.alertGroups.flatMap((group) =>
      group.alerts.map(({ alert }) => alert),
    );
    for (const name of names) {
      const file = join(root, runbookPath("easy-flow", name));
      expect([name, existsSync(file)]).toEqual([name, true]);
      expect(readFileSync(file, "utf8").match(/^#+ .+$/gm)).toEqual([
        `# ${name}`,
        "## What it means",
        "## How to see it",
        "## First steps",
        "## When to escalate",
      ]);
    }
    expect(
      readdirSync(join(root, "systems/easy-flow/runbooks")).sort(),
    ).toEqual(names.map((name) => `${kebabCase(name)}.md`).sort());
  });

  it("writes queries into runbooks that Prometheus understands", () => {
    const folder = join(root, "systems/easy-flow/runbooks");
    for (const file of readdirSync(folder)) {
      const text = readFileSync(join(folder, file), "utf8");
      for (const [, block = ""] of text.matchAll(/```promql\n([\s\S]*?)```/g))
        for (const line of block.trim().split("\n"))
          expect([file, line, checkPromql(line)]).toMatchObject([
            file,
            line,
            { valid: true },
          ]);
    }
  });
});
