import project from "../../monitoring";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { dev } from "../../environments/dev";
import { prod } from "../../environments/prod";
import { deploymentOf, runbookPath } from "monitoring-as-code/deployment";
import { sharedDataSources } from "../../data-sources";
import { checkLogql } from "monitoring-as-code/queries/logql";
import { secondsIn, type Environment, kebabCase } from "monitoring-as-code";
import { checkPromql, checkSemantics } from "monitoring-as-code/queries/promql";
import { expectRoute } from "monitoring-as-code/notifications";
import { archonAgent as system } from "../../systems/archon-agent";

const root = join(__dirname, "../..");

function deployed(environment: Environment) {
  const shared = sharedDataSources.map(({ uid }) => uid);
  const dataSources = Object.fromEntries(
    Object.entries(environment.dataSources).filter(([uid]) =>
      shared.includes(uid),
    ),
  );
  const deployment = deploymentOf(
    { ...environment, dataSources },
    { ...project, systems: [system] },
  );
  const [only] = deployment.systems;
  if (only === undefined) throw new Error("the system is not deployed");
  return {
    notifications: deployment.notifications,
    alerts: only.alertGroups.flatMap(({ alerts }) => alerts),
    recordings: only.recordingGroups.flatMap(({ recordings }) => recordings),
    dashboards: only.dashboards,
  };
}

const inProd = deployed(prod);
const own = system.alertGroups.flatMap(({ alerts }) => alerts);
const labelsOf = (name: string) => {
  const alert = inProd.alerts.find(({ alert }) => alert === name);
  if (alert === undefined) throw new Error(`no alert "${name}"`);
  return { ...alert.labels, alertname: name };
};

interface TestedPanel {
  readonly title: string;
  readonly type: string;
  readonly targets?: readonly {
    readonly expr?: string;
    readonly query?: string;
    readonly datasource: { readonly type: string };
  }[];
}
const panelsOf = (uid: string): readonly TestedPanel[] =>
  (
    (system.dashboards.find((one) => one.uid === uid)?.model.panels ??
      []) as unknown as TestedPanel[]
  ).filter(({ type }) => type !== "row");
const queriesOf = (uid: string, title: string) =>
  panelsOf(uid)
    .find((panel) => panel.title === title)
    ?.targets?.map(({ expr, query }) => expr ?? query);

describe("dashboards", () => {
  it("show the golden signals and what lies below them", () => {
    expect(
      panelsOf("archon-overview").map(({ title, type }) => `${title}: ${type}`),
    ).toEqual(
      expect.arrayContaining([
        "Request rate: stat",
        "Error ratio: stat",
        "P95 latency: stat",
        "Requests in flight: stat",
        "Request rate by method and endpoint: timeseries",
        "Request rate by status: timeseries",
        "Error ratio by endpoint: timeseries",
        "Errors by type and method: timeseries",
        "Latency percentiles: timeseries",
        "P95 latency by endpoint: timeseries",
        "Latency distribution: heatmap",
        "Requests in flight by instance: timeseries",
        "Queue size by queue: timeseries",
        "Queue backlog, all queues: stat",
        "Dead letter queue: stat",
        "Cache entries: timeseries",
        "Tokens per second by model: timeseries",
        "Tokens per call: timeseries",
        "LLM calls by model and operation: timeseries",
        "Average response size by endpoint: timeseries",
        "Instances up: stat",
        "Health checks: state-timeline",
        "Error log: logs",
        "Slow or failed queries: table",
      ]),
    );
  });

  it("show both promises, their budgets and how fast these go", () => {
    expect(
      panelsOf("archon-slo").map(({ title, type }) => `${title}: ${type}`),
    ).toEqual([
      "Availability (30d): gauge",
      "Availability error budget left: stat",
      "Availability burn rate: timeseries",
      "Availability burn rate, further windows: timeseries",
      "Requests under 100 ms (30d): gauge",
      "Latency error budget left: stat",
      "Latency burn rate: timeseries",
      "Latency burn rate, further windows: timeseries",
      "SLI over time: timeseries",
    ]);
  });

  it("count what never failed as 0 errors instead of nothing", () => {
    expect(queriesOf("archon-overview", "Error ratio")?.[0]).toContain(
      "or vector(0)",
    );
    expect(
      queriesOf("archon-overview", "Error ratio by endpoint")?.[0],
    ).toContain("or 0 * sum by (endpoint)");
  });

  it("take the size of a queue once, whichever instances report it, and leave dead letters out of the backlog", () => {
    expect(queriesOf("archon-overview", "Queue backlog, all queues")).toEqual([
      'sum(max by (queue_name) (agent_queue_size{job="archon-agent",queue_name!="dead_letter"}))',
    ]);
  });

  it("ask the response size for a mean, as there are no quantiles, and errors by method only", () => {
    const size = queriesOf(
      "archon-overview",
      "Average response size by endpoint",
    )?.[0];
    expect(size).toMatch(
      /response_size_bytes_sum.* \/ .*response_size_bytes_count/,
    );
    expect(
      queriesOf("archon-overview", "Errors by type and method")?.[0],
    ).not.toContain("endpoint");
  });

  it("lead to the logs and traces of the agent", () => {
    const [lines] = queriesOf("archon-overview", "Error log") ?? [];
    expect(lines).toBe('{job="archon-agent"} | json | level=~"error|critical"');
    expect(checkLogql(lines ?? "").errors).toEqual([]);
    expect(queriesOf("archon-overview", "Slow or failed queries")).toEqual([
      '{ resource.service.name = "archon-agent" && name = "process_query" && (status = error || duration > 2s) }',
    ]);
  });
});

describe("alerts", () => {
  test.each([
    ["ArchonHighErrorRate", "> 0.05", "5m", "warning"],
    ["ArchonHighLatency", "> 2", "5m", "warning"],
    ["ArchonQueueBacklog", "> 10000", "5m", "warning"],
    ["ArchonDatabasePoolExhausted", "", "5m", "critical"],
    ["ArchonSLOBreachAvailability", "< 99.9", "5m", "critical"],
    ["ArchonSLOBreachLatency", "< 95", "5m", "warning"],
    ["ArchonDeadLetterQueue", ">= 100", "5m", "warning"],
    ["ArchonUnhealthy", "== 0", "2m", "critical"],
    ["ArchonDegraded", "== 0", "5m", "warning"],
    ["ArchonTargetDown", "", "2m", "critical"],
  ])("%s fires %s for %s as %s", (name, condition, duration, severity) => {
    const alert = own.find((one) => one.alert === name);
    const { is = "", value = "" } = alert?.condition ?? {};
    expect(`${is} ${value}`.trim()).toBe(condition);
    expect(alert?.for).toBe(duration);
    expect(alert?.severity).toBe(severity);
    expect(alert?.expr).toContain('job="archon-agent"');
  });

  it("are these ten, each with a number or a next step, and none that says only that something is wrong", () => {
    expect(own).toHaveLength(10);
    for (const { alert, summary, description } of own) {
      expect(alert).toMatch(/^Archon/);
      expect(`${summary} ${description}`).not.toMatch(
        /something|check the system/i,
      );
      expect(description).toMatch(/\$value|\$labels/);
    }
  });

  it("notice an agent that is gone altogether", () => {
    expect(own.find(({ alert }) => alert === "ArchonTargetDown")?.expr).toBe(
      'up{job="archon-agent"} == 0 or absent(up{job="archon-agent"})',
    );
  });

  it("show an availability just below the objective with three decimals", () => {
    expect(
      own.find(({ alert }) => alert === "ArchonSLOBreachAvailability")
        ?.description,
    ).toContain('printf "%.3f" $value');
  });

  it("come with burn alerts for both promises, below 1", () => {
    const burning = inProd.alerts.filter(({ labels }) => labels.burn_tier);
    expect(burning.map(({ alert }) => alert)).toEqual([
      "ArchonAvailabilityPageQuick",
      "ArchonAvailabilityPageSlow",
      "ArchonAvailabilityTicketQuick",
      "ArchonAvailabilityTicketSlow",
      "ArchonLatencyPageQuick",
      "ArchonLatencyPageSlow",
      "ArchonLatencyTicketQuick",
      "ArchonLatencyTicketSlow",
    ]);
    expect(burning[4]?.expr).toContain("(14.4 * 0.05)");
  });

  test.each(inProd.alerts.map(({ alert }) => alert))(
    "%s is explained",
    (alert) => {
      const file = join(root, runbookPath("archon-agent", alert));
      expect(existsSync(file)).toBe(true);
      expect(readFileSync(file, "utf8").match(/^#+ .+$/gm)).toEqual([
        `# ${alert}`,
        "## What it means",
        "## How to see it",
        "## First steps",
        "## When to escalate",
      ]);
    },
  );

  it("have no runbook too many", () => {
    expect(
      readdirSync(join(root, "systems/archon-agent/runbooks")).sort(),
    ).toEqual(
      inProd.alerts.map(({ alert }) => `${kebabCase(alert)}.md`).sort(),
    );
  });
});

describe("recordings", () => {
  const windows = ["5m", "30m", "1h", "2h", "6h", "1d", "3d", "30d"] as const;

  test.each(windows)("keep errors and slow requests over %s", (window) => {
    const exprOf = (name: string) =>
      system.recordingGroups
        .flatMap(({ recordings }) => recordings)
        .find(({ record }) => record === `${name}${window}`)?.expr;
    const rate = (matcher: string) =>
      `sum by (job) (rate(agent_requests_total{job="archon-agent"${matcher}}[${window}]))`;
    expect(exprOf("job:agent_requests_errors:ratio_rate")).toBe(
      `1 - (${rate(',status="success"')} or 0 * ${rate("")}) / (${rate("")} > 0)`,
    );
    expect(exprOf("job:agent_requests_slow:ratio_rate")).toBe(
      `1 - sum by (job) (rate(agent_request_duration_seconds_bucket{job="archon-agent",le="0.1"}[${window}])) / (sum by (job) (rate(agent_request_duration_seconds_count{job="archon-agent"}[${window}])) > 0)`,
    );
  });

  it("leave out thirty days where only seven are kept, and the alerts on them", () => {
    const inDev = deployed(dev);
    expect(
      inDev.recordings.filter(({ record }) => record.endsWith("rate30d")),
    ).toEqual([]);
    expect(inDev.alerts.map(({ alert }) => alert)).not.toContain(
      "ArchonSLOBreachAvailability",
    );
  });
});

describe("notifications", () => {
  it("go to the webhook, and page for what is critical", () => {
    expectRoute(inProd.notifications, labelsOf("ArchonHighErrorRate"), {
      receivers: ["archon-agent-archon-webhook"],
    });
    expectRoute(inProd.notifications, labelsOf("ArchonUnhealthy"), {
      receivers: ["archon-agent-archon-on-call"],
    });
    for (const { integrations } of system.notifications?.receivers ?? [])
      expect(integrations[0]?.kind).toBe("webhook");
  });

  it("send the six fields that the receiver reads, with the severity of the source", () => {
    const [integration] =
      system.notifications?.receivers[0]?.integrations ?? [];
    if (integration?.kind !== "webhook") throw new Error("no webhook");
    for (const field of [
      "service",
      "title",
      "message",
      "severity",
      "timestamp",
      "metadata",
    ])
      expect(integration.payloadTemplate).toContain(`"${field}"`);
    expect(labelsOf("ArchonHighErrorRate")).toMatchObject({
      source_severity: "error",
    });
  });

  it("are silent about the rest while the agent is not scraped, and about errors while the budget burns fast", () => {
    expectRoute(inProd.notifications, labelsOf("ArchonHighLatency"), {
      receivers: [],
      firing: [labelsOf("ArchonTargetDown")],
    });
    expectRoute(inProd.notifications, labelsOf("ArchonHighErrorRate"), {
      receivers: [],
      firing: [labelsOf("ArchonAvailabilityPageQuick")],
    });
    expectRoute(inProd.notifications, labelsOf("ArchonHighErrorRate"), {
      receivers: ["archon-agent-archon-webhook"],
      firing: [labelsOf("ArchonSLOBreachAvailability")],
    });
  });
});

describe.each([
  ["prod", prod],
  ["dev", dev],
])("queries in %s", (_, environment: Environment) => {
  const { alerts, recordings, dashboards } = deployed(environment);
  const context = {
    metrics: [
      ...system.metrics,
      ...system.exporters.flatMap(({ metrics }) => metrics),
    ],
    recordings,
    scrapeIntervalSeconds: secondsIn(environment.prometheus.scrapeInterval),
    retentionSeconds: secondsIn(environment.prometheus.retention),
  };
  const queries = [
    ...alerts.map(({ expr }) => expr),
    ...recordings.map(({ expr }) => expr),
    ...dashboards.flatMap(({ model }) =>
      (model.panels as unknown as TestedPanel[]).flatMap(({ targets = [] }) =>
        targets.flatMap(({ expr, datasource }) =>
          datasource.type === "prometheus" && expr !== undefined ? [expr] : [],
        ),
      ),
    ),
  ];

  it("parse and mean what they say", () => {
    expect(queries.length).toBeGreaterThan(100);
    expect(
      queries.flatMap((expr) => [
        ...checkPromql(expr).errors,
        ...checkSemantics(expr, context),
      ]),
    ).toEqual([]);
  });
});
