import project from "../../monitoring";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { local } from "../../environments/local";
import { deploymentOf, runbookPath } from "monitoring-as-code/deployment";
import {
  type Dashboard,
  integrationKinds,
  kebabCase,
} from "monitoring-as-code";
import { scrapeConfig } from "monitoring-as-code/outputs/prometheus";
import { parsePromql, metricNamesOf } from "monitoring-as-code/queries/promql";
import { expectRoute } from "monitoring-as-code/notifications";
import { nodeInfrastructureNotifications } from "../../systems/node-infrastructure/notifications";
import { nodeInfrastructure } from "../../systems/node-infrastructure";

const root = join(__dirname, "../..");
const alerts = nodeInfrastructure.alertGroups.flatMap(({ alerts }) => alerts);
const recordings = nodeInfrastructure.recordingGroups.flatMap(
  ({ recordings }) => recordings,
);

interface ShownPanel {
  readonly id: number;
  readonly title: string;
  readonly type: string;
  readonly targets?: readonly {
    readonly expr: string;
    readonly instant?: boolean;
  }[];
  readonly fieldConfig?: {
    readonly defaults: {
      readonly unit?: string;
      readonly thresholds?: {
        readonly steps: readonly { value: number | null; color: string }[];
      };
    };
  };
}

function panelsOf(uid: string): readonly ShownPanel[] {
  const dashboard = nodeInfrastructure.dashboards.find(
    (candidate: Dashboard) => candidate.uid === uid,
  );
  return (dashboard?.model.panels ?? []) as unknown as readonly ShownPanel[];
}

function panel(uid: string, title: string): ShownPanel {
  const found = panelsOf(uid).find((candidate) => candidate.title === title);
  if (found === undefined) throw new Error(`no panel "${title}" in ${uid}`);
  return found;
}

describe("node infrastructure", () => {
  it("scrapes every exporter of a host under the host's name, and each target once", () => {
    for (const { job, labels } of nodeInfrastructure.jobs) {
      if (/^(node|process)-exporter$|^cadvisor$/.test(job))
        expect(labels?.host).toMatch(/^app-0\d$/);
    }
    const targets = nodeInfrastructure.jobs.flatMap(({ targets }) => targets);
    expect(new Set(targets).size).toBe(targets.length);
    expect(nodeInfrastructure.jobs.map(({ job }) => job)).toEqual(
      expect.arrayContaining(["node-exporter", "cadvisor", "pushgateway"]),
    );
  });

  it("leaves job and instance of pushed series as they were pushed", () => {
    const { content } = scrapeConfig(
      deploymentOf(
        { ...local, dataSources: {} },
        { ...project, systems: [nodeInfrastructure] },
      ),
    );
    const config = parse(content) as {
      scrape_configs: { job_name: string; honor_labels?: boolean }[];
    };
    expect(
      config.scrape_configs
        .filter(({ honor_labels }) => honor_labels)
        .map(({ job_name }) => job_name),
    ).toEqual(["node-infrastructure/pushgateway"]);
  });

  test.each([
    [
      "CPU Usage",
      "timeseries",
      "percent",
      [
        [70, "yellow"],
        [90, "red"],
      ],
    ],
    ["Memory Usage", "timeseries", "percent", []],
    [
      "Disk Usage",
      "gauge",
      "percent",
      [
        [70, "yellow"],
        [85, "red"],
      ],
    ],
    ["Network Traffic", "timeseries", "binBps", []],
    ["Top Processes by CPU", "table", "suffix: cores", []],
  ] as const)(
    "shows %s on the home dashboard as %s in %s",
    (title, type, unit, steps) => {
      const { type: shown, fieldConfig } = panel("node-exporter", title);
      expect(shown).toBe(type);
      expect(fieldConfig?.defaults.unit).toBe(unit);
      const colours = fieldConfig?.defaults.thresholds?.steps ?? [];
      expect(
        colours
          .filter(({ value }) => value !== null)
          .map(({ value, color }) => [value, color]),
      ).toEqual(steps);
    },
  );

  it("has the overview's CPU panel first, green from the start", () => {
    const [first] = panelsOf("system-overview");
    expect(first?.title).toBe("CPU Usage");
    expect(first?.fieldConfig?.defaults.thresholds?.steps).toEqual([
      { value: null, color: "green" },
      { value: 70, color: "yellow" },
      { value: 90, color: "red" },
    ]);
  });

  it("asks for hosts by pattern, for processes where they are counted, and for traffic without loopback", () => {
    expect(panel("node-exporter", "CPU Usage").targets?.[0]?.expr).toBe(
      '100 - (avg by (host, instance) (rate(node_cpu_seconds_total{instance=~"$instance", mode="idle"}[$__rate_interval])) * 100)',
    );
    const [processes] =
      panel("node-exporter", "Top Processes by CPU").targets ?? [];
    expect(processes?.instant).toBe(true);
    expect(processes?.expr).toContain(
      "namedprocess_namegroup_cpu_seconds_total",
    );
    for (const { expr } of panel("node-exporter", "Network Traffic").targets ??
      []) {
      expect(expr).toContain('device!~"lo|');
      expect(expr).not.toContain("/ 1024");
    }
  });

  test.each([
    [
      "HighCPUUsage",
      '100 - (avg by (host, instance) (rate(node_cpu_seconds_total{mode="idle"}[5m])) * 100)',
      ">",
      80,
      "5m",
      "warning",
    ],
    [
      "HighMemoryUsage",
      "(1 - (node_memory_MemAvailable_bytes / node_memory_MemTotal_bytes)) * 100",
      ">",
      85,
      "5m",
      "warning",
    ],
    [
      "DiskSpaceWarning",
      '(1 - (node_filesystem_avail_bytes{fstype!~"tmpfs|overlay|squashfs"} / node_filesystem_size_bytes{fstype!~"tmpfs|overlay|squashfs"})) * 100',
      ">",
      80,
      "10m",
      "warning",
    ],
    [
      "DiskSpaceCritical",
      '(1 - (node_filesystem_avail_bytes{fstype!~"tmpfs|overlay|squashfs"} / node_filesystem_size_bytes{fstype!~"tmpfs|overlay|squashfs"})) * 100',
      ">",
      90,
      "5m",
      "critical",
    ],
    ["InstanceDown", "up", "==", 0, "2m", "critical"],
  ] as const)("alerts with %s", (name, expr, is, value, duration, severity) => {
    const rule = alerts.find(({ alert }) => alert === name);
    expect(rule).toMatchObject({
      expr,
      condition: { is, value },
      for: duration,
      severity,
      team: "infrastructure",
    });
    expect(rule?.summary).toContain("{{ $labels.instance }}");
  });

  test.each(alerts.map((rule) => [rule.alert, rule] as const))(
    "%s parses, leads to the home dashboard, and is explained",
    (alert, rule) => {
      expect(parsePromql(rule.expr).problems).toEqual([]);
      expect(rule.annotations?.dashboard).toBe("/d/node-exporter");
      const runbook = join(root, runbookPath("node-infrastructure", alert));
      expect(existsSync(runbook)).toBe(true);
      expect(readFileSync(runbook, "utf8").match(/^#+ .+$/gm)).toEqual([
        `# ${alert}`,
        "## What it means",
        "## How to see it",
        "## First steps",
        "## When to escalate",
      ]);
    },
  );

  it("has no runbook of an alert that is not there", () => {
    expect(
      readdirSync(join(root, "systems/node-infrastructure/runbooks")).sort(),
    ).toEqual(alerts.map(({ alert }) => `${kebabCase(alert)}.md`).sort());
  });

  it("records shares from 0 to 1, from rates that cover their five minutes", () => {
    expect(
      Object.fromEntries(recordings.map(({ record, expr }) => [record, expr])),
    ).toEqual({
      "job:node_cpu_utilization:avg":
        '1 - avg by (job) (rate(node_cpu_seconds_total{mode="idle"}[5m]))',
      "instance:node_cpu_utilization:rate5m":
        '1 - avg by (host, instance) (rate(node_cpu_seconds_total{mode="idle"}[5m]))',
      "instance:node_memory_utilization:ratio":
        "1 - (node_memory_MemAvailable_bytes / node_memory_MemTotal_bytes)",
      "job:http_requests:rate5m":
        "sum by (job) (rate(http_requests_total[5m]))",
    });
    for (const { interval } of nodeInfrastructure.recordingGroups)
      expect(interval).toBe("30s");
  });

  it("asks for nothing that nobody exposes, and exposes nothing of its own in vain", () => {
    const queries = [
      ...alerts.map(({ expr }) => expr),
      ...recordings.map(({ expr }) => expr),
      ...["node-exporter", "system-overview"].flatMap((uid) =>
        panelsOf(uid).flatMap(({ targets }) =>
          (targets ?? []).map(({ expr }) => expr),
        ),
      ),
    ];
    for (const expr of queries) expect(parsePromql(expr).problems).toEqual([]);
    const asked = new Set(queries.flatMap((expr) => metricNamesOf(expr)));
    const exposed = new Set([
      "up",
      ...recordings.map(({ record }) => record),
      ...[
        ...nodeInfrastructure.metrics,
        ...nodeInfrastructure.exporters.flatMap(({ metrics }) => metrics),
      ].flatMap(({ name, type }) =>
        type === "histogram" ? [`${name}_bucket`, `${name}_count`] : [name],
      ),
    ]);
    expect([...asked].filter((name) => !exposed.has(name))).toEqual([]);
    expect(
      nodeInfrastructure.metrics
        .map(({ name }) => name)
        .filter((name) => ![...asked].some((one) => one.startsWith(name))),
    ).toEqual([]);
  });
});

describe("notifications of the node infrastructure", () => {
  const everything = {
    ...local,
    dataSources: {},
    alerting: { ...local.alerting, integrations: integrationKinds },
  };
  const { notifications } = deploymentOf(everything, {
    ...project,
    systems: [nodeInfrastructure],
  });
  const labels = { system: "node-infrastructure", team: "infrastructure" };

  test.each([
    ["HighCPUUsage", "warning", "node-infrastructure-infrastructure-email"],
    ["DiskSpaceWarning", "warning", "node-infrastructure-infrastructure-email"],
    ["InstanceDown", "critical", "node-infrastructure-infrastructure-on-call"],
  ])("sends %s, which is %s, to %s", (alertname, severity, receiver) => {
    expectRoute(
      notifications,
      { ...labels, alertname, severity },
      { receivers: [receiver] },
    );
  });

  it("can use every channel that the team may have", () => {
    const kinds = nodeInfrastructureNotifications.receivers.flatMap(
      ({ integrations }) => integrations.map(({ kind }) => kind),
    );
    expect(kinds).toEqual(
      expect.arrayContaining([
        "email",
        "slack",
        "pagerduty",
        "webhook",
        "telegram",
        "discord",
        "teams",
        "opsgenie",
      ]),
    );
  });

  it("does not tell of a disk twice, but tells of another disk", () => {
    const warning = {
      ...labels,
      alertname: "DiskSpaceWarning",
      severity: "warning",
      instance: "app-01:9100",
    };
    const firing = [
      {
        ...labels,
        alertname: "DiskSpaceCritical",
        severity: "critical",
        instance: "app-01:9100",
        mountpoint: "/",
      },
    ];
    expectRoute(
      notifications,
      { ...warning, mountpoint: "/" },
      { receivers: [], firing },
    );
    expectRoute(
      notifications,
      { ...warning, mountpoint: "/data" },
      { receivers: ["node-infrastructure-infrastructure-email"], firing },
    );
  });
});
