import project from "../../monitoring";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { local } from "../../environments/local";
import { prod } from "../../environments/prod";
import { deploymentOf, runbookPath } from "monitoring-as-code/deployment";
import { secondsIn, kebabCase } from "monitoring-as-code";
import { parsePromql, metricNamesOf } from "monitoring-as-code/queries/promql";
import { ruleFiles } from "monitoring-as-code/outputs/prometheus";
import { systems } from "../../systems";
import { alerting } from "../../systems/alerting";
import { nodeInfrastructure } from "../../systems/node-infrastructure";

const root = join(__dirname, "../..");
const alerts = alerting.alertGroups.flatMap(({ alerts }) => alerts);
const recordings = alerting.recordingGroups.flatMap(
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

const panels = alerting.dashboards.flatMap(({ uid, model }) =>
  (model.panels as unknown as readonly ShownPanel[]).map((panel) => ({
    ...panel,
    uid,
  })),
);
const queries = [
  ...alerts.map(({ expr }) => expr),
  ...recordings.map(({ expr }) => expr),
  ...panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr)),
];

describe("monitoring of the monitoring", () => {
  it("scrapes every part of the monitoring and sees every system", () => {
    expect(alerting.observes).toBe("all");
    expect(alerting.title).toBe("Monitoring");
    expect([...new Set(alerting.jobs.map(({ job }) => job))]).toEqual([
      "prometheus",
      "alertmanager",
      "grafana",
      "node-exporter",
      "certificates",
    ]);
  });

  it("watches other hosts than the node infrastructure, so that no host calls twice", () => {
    const hostsOf = (system: typeof alerting) =>
      system.jobs.flatMap(({ labels }) => labels?.host ?? []);
    const shared = hostsOf(alerting).filter((host) =>
      hostsOf(nodeInfrastructure).includes(host),
    );
    expect(hostsOf(alerting)).not.toEqual([]);
    expect(shared).toEqual([]);
    for (const { alert, expr } of alerts) {
      if (!/up\{|node_|prometheus_|alertmanager_|grafana_/.test(expr)) continue;
      expect(`${alert}: ${expr}`).toContain('system="alerting"');
    }
  });

  test.each([
    ["Firing alerts", "stat", true],
    ["By severity", "bargauge", true],
    ["By team", "bargauge", true],
    ["Top 5 alerts now", "table", true],
    ["Firing alerts over time", "timeseries", false],
    ["Most frequent alerts, 7 days", "table", true],
    ["Dead man's switch", "stat", true],
  ] as const)("shows %s, whoever evaluates", (title, type, instant) => {
    const panel = panels.find(
      (candidate) =>
        candidate.uid === "alert-overview" && candidate.title === title,
    );
    expect(panel?.type).toBe(type);
    expect(panel?.targets?.map((target) => target.instant)).toEqual([instant]);
    expect(panel?.targets?.[0]?.expr).toMatch(/\bALERTS\{.*GRAFANA_ALERTS\{/s);
  });

  it("colours the number of alerts from one and from ten on, and a silent switch red", () => {
    const stepsOf = (title: string) =>
      panels
        .find((panel) => panel.title === title)
        ?.fieldConfig?.defaults.thresholds?.steps.map(
          ({ value, color }) => `${value} ${color}`,
        );
    expect(stepsOf("Firing alerts")).toEqual([
      "null green",
      "1 yellow",
      "10 red",
    ]);
    expect(stepsOf("Dead man's switch")).toEqual(["null red", "1 green"]);
  });
});

describe("alerts of the monitoring", () => {
  test.each([
    ["InstanceDown", "2m", "critical", "infrastructure", "== 0"],
    ["HighCPUUsage", "5m", "warning", "infrastructure", "> 80"],
    ["HighMemoryUsage", "5m", "warning", "infrastructure", "> 85"],
    ["DiskSpaceCritical", "5m", "critical", "infrastructure", "> 90"],
    ["DiskSpaceWarning", "10m", "warning", "infrastructure", "> 80"],
    ["HighDiskIO", "10m", "warning", "infrastructure", "> 0.9"],
    ["AlertmanagerDown", "2m", "critical", "monitoring", "== 0"],
    ["TooManyAlerts", "5m", "warning", "monitoring", "> 10"],
    ["PrometheusTargetMissing", "2m", "critical", "monitoring", ""],
    ["PrometheusConfigReloadFailed", "5m", "critical", "monitoring", "== 0"],
    ["QueueBacklog", "10m", "warning", "monitoring", "> 1000"],
    ["CertificateExpiringSoon", "1h", "warning", "infrastructure", "< 30"],
    ["HighErrorRate", "5m", "critical", "backend", "> 0.05"],
    ["SlowResponseTime", "10m", "warning", "backend", "> 1"],
    ["UnusuallyHighTraffic", "5m", "warning", "backend", "> 1000"],
    ["ErrorBudgetFastBurn", "2m", "critical", "sre", ""],
    ["ErrorBudgetSlowBurn", "15m", "warning", "sre", ""],
    ["ErrorBudgetBurnRateTooHigh", "5m", "critical", "sre", "> 0.01"],
    ["SLOViolation", "1h", "warning", "sre", "> 0.001"],
    ["DeadMansSwitch", undefined, "info", "monitoring", ""],
  ] as const)("have %s", (name, wait, severity, team, condition) => {
    const rule = alerts.find(({ alert }) => alert === name);
    expect(rule?.for).toBe(wait);
    expect(rule?.severity).toBe(severity);
    expect(rule?.team).toBe(team);
    expect(
      rule?.condition === undefined
        ? ""
        : `${rule.condition.is} ${rule.condition.value}`,
    ).toBe(condition);
  });

  test.each([
    ["InstanceDown", 'up{system="alerting", job!="alertmanager"}'],
    ["AlertmanagerDown", 'up{system="alerting", job="alertmanager"}'],
    [
      "HighCPUUsage",
      '100 - (avg by (host, instance) (rate(node_cpu_seconds_total{system="alerting", mode="idle"}[5m])) * 100)',
    ],
    [
      "DiskSpaceCritical",
      '(1 - (node_filesystem_avail_bytes{system="alerting", fstype!~"tmpfs|overlay|squashfs"} / node_filesystem_size_bytes{system="alerting", fstype!~"tmpfs|overlay|squashfs"})) * 100',
    ],
    [
      "CertificateExpiringSoon",
      "(min by (instance) (probe_ssl_earliest_cert_expiry) - time()) / 86400",
    ],
    [
      "HighErrorRate",
      'label_replace(service:http_requests_errors:ratio_rate5m unless on (system) slo:objective:ratio, "observed_system", "$1", "system", "(.*)")',
    ],
    [
      "ErrorBudgetFastBurn",
      'label_replace(service:http_requests_errors:ratio_rate1h > (14.4 * 0.001) and service:http_requests_errors:ratio_rate5m > (14.4 * 0.001) unless on (system) slo:objective:ratio, "observed_system", "$1", "system", "(.*)")',
    ],
    [
      "ErrorBudgetSlowBurn",
      'label_replace(service:http_requests_errors:ratio_rate6h > (6 * 0.001) and service:http_requests_errors:ratio_rate30m > (6 * 0.001) unless on (system) slo:objective:ratio, "observed_system", "$1", "system", "(.*)")',
    ],
    ["DeadMansSwitch", "vector(1)"],
  ])("ask for %s as corrected", (name, expr) => {
    expect(alerts.find(({ alert }) => alert === name)?.expr).toBe(expr);
  });

  it("miss a job only when it has no target, each job of its own", () => {
    const missing = alerts.find(
      ({ alert }) => alert === "PrometheusTargetMissing",
    );
    expect(missing?.expr.split(" or ")).toEqual(
      [
        "prometheus",
        "alertmanager",
        "grafana",
        "node-exporter",
        "certificates",
      ].map((job) => `absent(up{system="alerting", job="${job}"})`),
    );
  });

  it("count neither the alert that counts nor those that always fire", () => {
    const expr = alerts.find(({ alert }) => alert === "TooManyAlerts")?.expr;
    expect(expr).toContain('alertname!~"DeadMansSwitch|TooManyAlerts"');
    expect(expr).toContain('severity!="info"');
  });

  it("say in how long a budget is gone, from factor and period", () => {
    const textOf = (name: string) =>
      alerts.find(({ alert }) => alert === name)?.description;
    expect(textOf("ErrorBudgetFastBurn")).toContain("exhausted in 50 hours");
    expect(textOf("ErrorBudgetSlowBurn")).toContain("exhausted in 5 days");
  });

  it("keep the single window as an option that is off", () => {
    expect(
      alerts.filter(({ paused }) => paused).map(({ alert }) => alert),
    ).toEqual(["ErrorBudgetBurnRateTooHigh"]);
  });

  it("say what is at stake wherever somebody is called, and where to look everywhere", () => {
    const uids = systems.flatMap(({ dashboards }) =>
      dashboards.map(({ uid }) => `/d/${uid}`),
    );
    for (const { alert, severity, annotations } of alerts) {
      expect([alert, uids.includes(annotations?.dashboard ?? "")]).toEqual([
        alert,
        true,
      ]);
      if (severity === "critical") expect(annotations?.impact).toMatch(/\w/);
    }
  });

  it("call nobody for a busy machine, only for a full disk or a dead instance", () => {
    const onMachines = alerts.filter(({ expr }) => /\bnode_/.test(expr));
    expect(
      onMachines
        .filter(({ severity }) => severity === "critical")
        .map(({ alert }) => alert),
    ).toEqual(["DiskSpaceCritical"]);
  });

  test.each(alerts.map((rule) => [rule.alert, rule] as const))(
    "%s parses, waits, is shown and is explained",
    (alert, rule) => {
      expect(parsePromql(rule.expr).problems).toEqual([]);
      if (alert !== "DeadMansSwitch")
        expect(secondsIn(rule.for ?? "0s")).toBeGreaterThanOrEqual(60);
      const shown = panels.find(
        ({ uid, id }) =>
          uid === rule.panel?.dashboardUid && id === rule.panel.panelId,
      );
      const asked = metricNamesOf(
        (shown?.targets ?? []).map(({ expr }) => `(${expr})`).join(" or "),
      );
      expect(shown).toBeDefined();
      for (const metric of metricNamesOf(rule.expr))
        expect(asked).toContain(metric);
      expect(
        readFileSync(join(root, runbookPath("alerting", alert)), "utf8").match(
          /^#+ .+$/gm,
        ),
      ).toEqual([
        `# ${alert}`,
        "## What it means",
        "## How to see it",
        "## First steps",
        "## When to escalate",
      ]);
    },
  );

  it("have no runbook of an alert that is not there", () => {
    expect(readdirSync(join(root, "systems/alerting/runbooks")).sort()).toEqual(
      alerts.map(({ alert }) => `${kebabCase(alert)}.md`).sort(),
    );
  });

  test.each(["alerting", "node-infrastructure"] as const)(
    "of both systems say in %s who is called for which host",
    (system) => {
      const other = system === "alerting" ? "node-infrastructure" : "alerting";
      for (const alert of ["InstanceDown", "HighCPUUsage"]) {
        const path = join(root, runbookPath(system, alert));
        expect(existsSync(path)).toBe(true);
        expect(readFileSync(path, "utf8").replace(/\s+/g, " ")).toContain(
          `the system \`${other}\``,
        );
      }
    },
  );

  it("look back 30 days only where 30 days are kept", () => {
    const namesIn = (environment: typeof local | typeof prod) =>
      deploymentOf(
        { ...environment, dataSources: {} },
        { ...project, systems: [alerting] },
      ).systems[0]?.alertGroups.flatMap(({ alerts }) =>
        alerts.map(({ alert }) => alert),
      );
    expect(namesIn(prod)).toContain("SLOViolation");
    expect(namesIn(local)).not.toContain("SLOViolation");
  });

  it("watch requests that no system with objectives and no page of another system watches", () => {
    const pages = systems
      .filter(({ id, slos }) => id !== "alerting" && slos.length === 0)
      .flatMap(({ id, metrics, alertGroups }) => {
        const says = metrics.some(
          ({ name, labels }) =>
            name === "http_requests_total" && labels.includes("service"),
        );
        return says
          ? alertGroups.flatMap(({ alerts }) =>
              alerts
                .filter(
                  ({ severity, expr }) =>
                    severity === "critical" &&
                    expr.includes("http_requests_total"),
                )
                .map(({ alert }) => `${id}: ${alert}`),
            )
          : [];
      });
    expect(pages).toEqual([]);
  });

  it("are evaluated every 30 seconds, the month every five minutes", () => {
    expect(
      alerting.alertGroups.map(({ name, interval }) => `${name} ${interval}`),
    ).toEqual([
      "infrastructure 30s",
      "alertmanager 30s",
      "prometheus 30s",
      "deadman 30s",
      "application 30s",
      "multiwindow_multiburn_alerts 30s",
      "slo_alerts 5m",
    ]);
  });
});

describe("recordings of the monitoring", () => {
  it("keep one error ratio per window and service, each service in its system", () => {
    for (const window of ["5m", "30m", "1h", "6h"])
      expect(
        recordings.find(
          ({ record }) =>
            record === `service:http_requests_errors:ratio_rate${window}`,
        )?.expr,
      ).toBe(
        `sum by (system, service) (rate(http_requests_total{service!="", status=~"5.."}[${window}])) / sum by (system, service) (rate(http_requests_total{service!=""}[${window}]))`,
      );
  });

  it("are rendered without a system of their own, so that each keeps that of its service", () => {
    const [file] = ruleFiles(
      deploymentOf(
        { ...prod, dataSources: {} },
        { ...project, systems: [alerting] },
      ),
    );
    expect(file?.content).toContain("record: service:http_requests:rate5m");
    expect(file?.content).not.toMatch(
      /record: service:[^\n]+\n[^\n]+expr:[^\n]+\n +labels:/,
    );
  });

  it("ask for nothing that nobody exposes, and nothing of others in vain", () => {
    for (const expr of queries) expect(parsePromql(expr).problems).toEqual([]);
    const asked = new Set(queries.flatMap((expr) => metricNamesOf(expr)));
    const exposed = new Set([
      "up",
      ...recordings.map(({ record }) => record),
      ...[
        ...alerting.metrics,
        ...alerting.exporters.flatMap(({ metrics }) => metrics),
      ].flatMap(({ name, type }) =>
        type === "histogram" ? [`${name}_bucket`, `${name}_count`] : [name],
      ),
    ]);
    expect([...asked].filter((name) => !exposed.has(name))).toEqual([]);
    expect(
      alerting.metrics
        .map(({ name }) => name)
        .filter((name) => ![...asked].some((one) => one.startsWith(name))),
    ).toEqual([]);
  });
});
