import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { prod } from "../../environments/prod";
import { runbookPath } from "monitoring-as-code/deployment";
import { checkLogql } from "monitoring-as-code/queries/logql";
import { secondsIn, kebabCase } from "monitoring-as-code";
import { checkPromql, checkSemantics } from "monitoring-as-code/queries/promql";
import { loggingAndTracing as system } from "../../systems/logging-and-tracing";

interface TestedTarget {
  readonly expr?: string;
  readonly query?: string;
  readonly queryType?: string;
  readonly datasource: { readonly type: string };
}
interface TestedPanel {
  readonly title: string;
  readonly type: string;
  readonly targets?: readonly TestedTarget[];
  readonly panels?: readonly TestedPanel[];
}

const root = join(__dirname, "../..");
const alerts = system.alertGroups.flatMap(({ alerts }) => alerts);

function panelsOf(uid: string): readonly TestedPanel[] {
  const dashboard = system.dashboards.find((one) => one.uid === uid);
  if (dashboard === undefined) throw new Error(`no dashboard "${uid}"`);
  return (dashboard.model.panels as unknown as TestedPanel[])
    .flatMap((panel) => [panel, ...(panel.panels ?? [])])
    .filter(({ type }) => type !== "row");
}

function panelOn(uid: string, title: string): TestedPanel {
  const panel = panelsOf(uid).find((one) => one.title === title);
  if (panel === undefined) throw new Error(`no panel "${title}" on "${uid}"`);
  return panel;
}

const queries = (uid: string, title: string): readonly string[] =>
  (panelOn(uid, title).targets ?? []).map(
    ({ expr, query }) => expr ?? query ?? "",
  );

const targets = system.dashboards.flatMap(({ uid }) =>
  panelsOf(uid).flatMap(({ title, targets = [] }) =>
    targets.map((target) => [uid, title, target] as const),
  ),
);

test.each([
  [
    "logs-overview",
    "Logs Overview",
    [
      "Total number of logs by level",
      "Top services by number of logs",
      "Logs with errors",
      "Slow requests (duration > 1000 ms)",
      "Logs of one service",
    ],
  ],
  [
    "logs",
    "Log Analysis",
    [
      "Log volume over time",
      "Top error messages",
      "Response time distribution",
      "Service health",
      "Logs table",
    ],
  ],
  [
    "tracing-overview",
    "Distributed Tracing Overview",
    [
      "Request Rate by Service",
      "Error Rate",
      "P95 Latency by Service",
      "Trace Search",
    ],
  ],
])("has the dashboard %s, titled %s, with its panels", (uid, title, panels) => {
  expect(system.dashboards.find((one) => one.uid === uid)?.title).toBe(title);
  expect(panelsOf(uid).map((panel) => panel.title)).toEqual(
    expect.arrayContaining(panels),
  );
});

describe("queries", () => {
  const promql = targets.filter(
    ([, , { datasource, expr }]) =>
      datasource.type === "prometheus" && expr !== undefined,
  );
  const logql = targets.filter(
    ([, , { datasource }]) => datasource.type === "loki",
  );

  test.each(promql)("of %s, %s, mean what they say", (_, __, { expr = "" }) => {
    expect(checkPromql(expr).errors).toEqual([]);
    expect(
      checkSemantics(expr, {
        metrics: [
          ...system.metrics,
          ...system.exporters.flatMap(({ metrics }) => metrics),
        ],
        scrapeIntervalSeconds: secondsIn(prod.prometheus.scrapeInterval),
      }),
    ).toEqual([]);
  });

  test.each(logql)("of %s, %s, are LogQL", (_, __, { expr = "" }) => {
    expect(checkLogql(expr).errors).toEqual([]);
  });

  it("select logs by the labels that the agents set, and never by a message or a user", () => {
    expect(logql.length).toBeGreaterThan(10);
    for (const [, , { expr = "" }] of logql) {
      expect(expr).toMatch(/\{job="(docker|app)"/);
      expect(expr).not.toMatch(/\{[^}]*(message|user_id|request_id)=/);
    }
  });
});

describe("corrections", () => {
  it("ranks error messages by a field of the line, once", () => {
    expect(queries("logs", "Top error messages")).toEqual([
      'topk(10, sum by (message) (count_over_time({job="app", level=~"(?i)error"} | json message="message" | __error__="" [5m])))',
    ]);
    expect(panelOn("logs", "Top error messages").targets?.[0]?.queryType).toBe(
      "instant",
    );
  });

  it("takes the quantile of durations by service, not by request", () => {
    expect(queries("logs", "Response time distribution")).toEqual([
      'quantile_over_time(0.95, {job="app"} | json duration_ms="duration_ms" | unwrap duration_ms | __error__="" [5m]) by (service)',
    ]);
  });

  it("shows a container that fell silent as 0 instead of forgetting it", () => {
    expect(queries("logs", "Service health").join()).toMatch(
      / or .*\[1h\]\)\) \* 0$/,
    );
  });

  it("keeps le and service under the P95, and asks traces of Tempo in a table", () => {
    expect(
      queries("tracing-overview", "P95 Latency by Service").join(),
    ).toContain("sum by (le, service)");
    expect(panelOn("tracing-overview", "Trace Search")).toMatchObject({
      type: "table",
      targets: [{ queryType: "traceql" }],
    });
  });

  it("counts Apdex with buckets that exist", () => {
    const buckets = system.metrics.find(
      ({ name }) => name === "http_request_duration_seconds",
    )?.buckets;
    expect(buckets).toEqual(expect.arrayContaining([1, 4]));
    expect(queries("tracing-overview", "Apdex by Service").join()).toContain(
      "/ 2 /",
    );
  });
});

describe("alerts", () => {
  test.each([
    [
      "LogHighErrorRate",
      'sum by (container) (rate({job="docker"} |= "ERROR" [5m]))',
      "> 1",
      "5m",
      "warning",
    ],
    [
      "LogHighErrorRateTotal",
      'sum(rate({job="docker"} |= "ERROR" [5m]))',
      "> 10",
      "5m",
      "warning",
    ],
    [
      "LogServiceSilent",
      'absent_over_time({job="docker", container="api"}[5m])',
      "",
      "2m",
      "critical",
    ],
  ])("ask Loki: %s", (name, expr, condition, duration, severity) => {
    const alert = alerts.find((one) => one.alert === name);
    expect(alert).toMatchObject({
      datasource: "loki",
      expr,
      for: duration,
      severity,
      team: "backend",
      annotations: { dashboard: "/d/logs" },
    });
    const { is = "", value = "" } = alert?.condition ?? {};
    expect(`${is} ${value}`.trim()).toBe(condition);
    expect(checkLogql(expr).errors).toEqual([]);
  });

  it("lead to a dashboard that is there", () => {
    expect(system.dashboards.map(({ uid }) => uid)).toContain("logs");
  });

  test.each(
    alerts.flatMap(({ alert, expr, panel }) =>
      panel === undefined ? [] : [[alert, expr, panel] as const],
    ),
  )("%s links a panel that asks the same", (_, expr, panel) => {
    const dashboard = system.dashboards.find(
      ({ uid }) => uid === panel.dashboardUid,
    );
    const linked = (
      dashboard?.model.panels as unknown as (TestedPanel & { id: number })[]
    ).find(({ id }) => id === panel.panelId);
    expect(
      linked?.targets?.map((target) =>
        target.expr?.replaceAll("$__rate_interval", "5m"),
      ),
    ).toContain(expr);
  });

  test.each(alerts.map(({ alert }) => alert))("%s is explained", (alert) => {
    const file = join(root, runbookPath("logging-and-tracing", alert));
    expect(existsSync(file)).toBe(true);
    expect(readFileSync(file, "utf8").match(/^#+ .+$/gm)).toEqual([
      `# ${alert}`,
      "## What it means",
      "## How to see it",
      "## First steps",
      "## When to escalate",
    ]);
  });

  it("have no runbook too many", () => {
    expect(
      readdirSync(join(root, "systems/logging-and-tracing/runbooks")).sort(),
    ).toEqual(alerts.map(({ alert }) => `${kebabCase(alert)}.md`).sort());
  });
});

it("pages for a silent service only, and tells the channel of everything", () => {
  const { route, receivers } = system.notifications ?? {};
  expect(route?.receiver?.name).toBe("log-alerts");
  expect(route?.routes?.map(({ receiver }) => receiver?.name)).toEqual([
    "on-call",
  ]);
  expect(
    receivers
      ?.find(({ name }) => name === "on-call")
      ?.integrations.map(({ kind }) => kind),
  ).toEqual(["pagerduty", "slack"]);
});
