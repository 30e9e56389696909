import project from "../../monitoring";
import { stringify } from "yaml";
import { prod } from "../../environments/prod";
import { deploymentOf } from "monitoring-as-code/deployment";
import type { Labels } from "monitoring-as-code";
import { ruleFiles } from "monitoring-as-code/outputs/prometheus";
import { alerting } from "../../systems/alerting";
import { nodeInfrastructure } from "../../systems/node-infrastructure";
import { runCommand } from "@monitoring-as-code/grafana-stand-in";
import { withFiles } from "../rendered-environment";

/** Series by selector, one value every 30 seconds, in promtool's notation. */
type Input = Readonly<Record<string, string>>;

interface Case {
  readonly alert: string;
  readonly input: Input;
  /** The last evaluation at which it is silent, and one soon after: a rate needs its whole window to rise to its value. */
  readonly silentAt: string;
  readonly firesAt: string;
  /** Beside alertname, severity, team and system. */
  readonly labels?: Labels;
}

const deployment = deploymentOf(
  { ...prod, dataSources: {} },
  { ...project, systems: [alerting, nodeInfrastructure] },
);
const rules = ruleFiles(deployment);
const groups = deployment.systems.flatMap(
  ({ recordingGroups, alertGroups }) => [...recordingGroups, ...alertGroups],
);

/** What promtool says of `tests` against the rules of both systems. */
async function promtool(test: object): Promise<string> {
  const content = stringify({
    rule_files: rules.map(({ path }) => path),
    evaluation_interval: "30s",
    // Otherwise the order is left to chance, and what reads a record may see it one evaluation late.
    group_eval_order: groups.map(({ name }) => name),
    tests: [{ interval: "30s", ...test }],
  });
  return withFiles(
    [...rules, { path: "test.yml", content }],
    async (folder) => {
      const { output } = await runCommand(
        "promtool",
        ["test", "rules", "test.yml"],
        { cwd: folder, env: { PATH: process.env.PATH ?? "" } },
      );
      return output;
    },
  );
}

const seriesOf = (input: Input) =>
  Object.entries(input).map(([series, values]) => ({ series, values }));

/** Everything up, so that nothing is missing by accident; overridden by name. */
const allUp = (over: Input = {}): Input => ({
  'up{system="alerting", job="prometheus", instance="localhost:9090"}': "1x400",
  'up{system="alerting", job="alertmanager", instance="alertmanager:9093"}':
    "1x400",
  'up{system="alerting", job="grafana", instance="grafana:3000"}': "1x400",
  'up{system="alerting", job="node-exporter", instance="monitoring-01:9100", host="monitoring-01"}':
    "1x400",
  'up{system="alerting", job="certificates", instance="https://grafana.example.com"}':
    "1x400",
  ...over,
});

/** Requests of a service of which `failed` of a thousand fail. */
const requests = (system: string, service: string, failed: number): Input => ({
  [`http_requests_total{system="${system}", service="${service}", status="200"}`]: `0+${1000 - failed}x800`,
  [`http_requests_total{system="${system}", service="${service}", status="500"}`]: `0+${failed}x800`,
});

const service = { service: "api", observed_system: "applications" };

const hostCases = (system: string, host: string): readonly Case[] => {
  const at = `system="${system}", job="node-exporter", host="${host}", instance="${host}:9100"`;
  const hostLabels = { host, instance: `${host}:9100`, job: "node-exporter" };
  const disk = `${at}, device="sda", fstype="ext4", mountpoint="/data"`;
  const diskLabels = {
    ...hostLabels,
    device: "sda",
    fstype: "ext4",
    mountpoint: "/data",
  };
  return [
    {
      alert: "HighCPUUsage",
      input: {
        [`node_cpu_seconds_total{${at}, cpu="0", mode="idle"}`]: "0+3x40",
      },
      silentAt: "5m",
      firesAt: "5m30s",
      labels: { host, instance: `${host}:9100` },
    },
    {
      alert: "HighMemoryUsage",
      input: {
        [`node_memory_MemAvailable_bytes{${at}}`]: "10x40",
        [`node_memory_MemTotal_bytes{${at}}`]: "100x40",
      },
      silentAt: "4m30s",
      firesAt: "5m",
      labels: hostLabels,
    },
    {
      alert: "DiskSpaceCritical",
      input: {
        [`node_filesystem_avail_bytes{${disk}}`]: "5x40",
        [`node_filesystem_size_bytes{${disk}}`]: "100x40",
      },
      silentAt: "4m30s",
      firesAt: "5m",
      labels: diskLabels,
    },
    {
      alert: "DiskSpaceWarning",
      input: {
        [`node_filesystem_avail_bytes{${disk}}`]: "15x40",
        [`node_filesystem_size_bytes{${disk}}`]: "100x40",
      },
      silentAt: "9m30s",
      firesAt: "10m",
      labels: diskLabels,
    },
    {
      alert: "InstanceDown",
      input: { [`up{${at}}`]: "0x40" },
      silentAt: "1m30s",
      firesAt: "2m",
      labels: hostLabels,
    },
  ];
};

const monitoringHost = hostCases("alerting", "monitoring-01").map((one) => ({
  ...one,
  input: allUp(one.input),
}));

const own = 'system="alerting"';
const prometheus = `${own}, job="prometheus", instance="localhost:9090"`;
const prometheusLabels = { job: "prometheus", instance: "localhost:9090" };

const monitoringCases: readonly Case[] = [
  ...monitoringHost,
  {
    alert: "HighDiskIO",
    input: allUp({
      [`node_disk_io_time_seconds_total{${own}, job="node-exporter", host="monitoring-01", instance="monitoring-01:9100", device="sda"}`]:
        "0+29x80",
    }),
    silentAt: "14m",
    firesAt: "15m",
    labels: {
      job: "node-exporter",
      host: "monitoring-01",
      instance: "monitoring-01:9100",
      device: "sda",
    },
  },
  {
    alert: "AlertmanagerDown",
    input: allUp({
      'up{system="alerting", job="alertmanager", instance="alertmanager:9093"}':
        "0x40",
    }),
    silentAt: "1m30s",
    firesAt: "2m",
    labels: { job: "alertmanager", instance: "alertmanager:9093" },
  },
  {
    alert: "TooManyAlerts",
    input: allUp(
      Object.fromEntries(
        [...Array(11).keys()].map((index) => [
          `up{system="node-infrastructure", job="node-exporter", instance="app-${index}:9100"}`,
          "0x60",
        ]),
      ),
    ),
    silentAt: "6m30s",
    firesAt: "7m30s",
  },
  {
    alert: "NotificationsFailing",
    input: allUp({
      [`alertmanager_notifications_failed_total{${own}, job="alertmanager", integration="slack", reason="other"}`]:
        "0+1x60",
    }),
    silentAt: "5m",
    firesAt: "5m30s",
    labels: { job: "alertmanager", integration: "slack" },
  },
  {
    alert: "PrometheusTargetMissing",
    input: Object.fromEntries(
      Object.entries(allUp()).filter(([name]) => !name.includes('"grafana"')),
    ),
    silentAt: "1m30s",
    firesAt: "2m",
    labels: { job: "grafana" },
  },
  {
    alert: "PrometheusConfigReloadFailed",
    input: allUp({
      [`prometheus_config_last_reload_successful{${prometheus}}`]: "0x40",
    }),
    silentAt: "4m30s",
    firesAt: "5m",
    labels: prometheusLabels,
  },
  {
    alert: "RuleEvaluationsFailing",
    input: allUp({
      [`grafana_alerting_rule_evaluation_failures_total{${own}, job="grafana", instance="grafana:3000", org="1"}`]:
        "0+1x60",
    }),
    silentAt: "5m",
    firesAt: "5m30s",
    labels: { job: "grafana", instance: "grafana:3000" },
  },
  {
    alert: "QueueBacklog",
    input: allUp({
      [`prometheus_notifications_queue_length{${prometheus}}`]: "1001x60",
    }),
    silentAt: "9m30s",
    firesAt: "10m",
    labels: prometheusLabels,
  },
  {
    // Seconds since 1970 are those of the test: 29 days are left at its beginning.
    alert: "CertificateExpiringSoon",
    input: allUp({
      'probe_ssl_earliest_cert_expiry{system="easy-flow", job="web", instance="https://a.example.com"}': `${29 * 86_400}x200`,
      'probe_ssl_earliest_cert_expiry{system="easy-flow", job="web", instance="https://b.example.com"}': `${60 * 86_400}x200`,
    }),
    silentAt: "59m30s",
    firesAt: "60m",
    labels: { instance: "https://a.example.com" },
  },
  {
    alert: "HighErrorRate",
    input: allUp(requests("applications", "api", 60)),
    silentAt: "5m",
    firesAt: "5m30s",
    labels: service,
  },
  {
    alert: "SlowResponseTime",
    input: allUp({
      'http_request_duration_seconds_bucket{system="applications", service="api", le="1"}':
        "0+90x60",
      'http_request_duration_seconds_bucket{system="applications", service="api", le="2"}':
        "0+100x60",
      'http_request_duration_seconds_bucket{system="applications", service="api", le="+Inf"}':
        "0+100x60",
    }),
    silentAt: "10m",
    firesAt: "10m30s",
    labels: service,
  },
  {
    alert: "UnusuallyHighTraffic",
    input: allUp({
      'http_requests_total{system="applications", service="api", status="200"}':
        "0+31000x60",
    }),
    silentAt: "9m",
    firesAt: "10m30s",
    labels: service,
  },
  {
    alert: "ErrorBudgetFastBurn",
    input: allUp(requests("applications", "api", 20)),
    silentAt: "2m",
    firesAt: "2m30s",
    labels: { ...service, burn_rate: "fast" },
  },
  {
    alert: "ErrorBudgetSlowBurn",
    input: allUp(requests("applications", "api", 8)),
    silentAt: "15m",
    firesAt: "15m30s",
    labels: { ...service, burn_rate: "slow" },
  },
  {
    alert: "SLOViolation",
    input: allUp(requests("applications", "api", 2)),
    silentAt: "60m",
    firesAt: "61m",
    labels: service,
  },
];

const systemsCases = [
  { system: alerting, cases: monitoringCases },
  {
    system: nodeInfrastructure,
    cases: hostCases("node-infrastructure", "app-01"),
  },
];

const labelsText = (labels: Labels) =>
  Object.entries(labels)
    .map(([name, value]) => `${name}="${value}"`)
    .join(", ");

describe.each(systemsCases)(
  "rules of $system.id, judged by promtool",
  ({ system, cases }) => {
    const alerts = system.alertGroups.flatMap(({ alerts }) => alerts);

    it("are all fed, but for what always fires and what is paused", () => {
      expect(cases.map(({ alert }) => alert).sort()).toEqual(
        alerts
          .filter(({ alert, paused }) => alert !== "DeadMansSwitch" && !paused)
          .map(({ alert }) => alert)
          .sort(),
      );
    });

    test.each(cases)(
      "$alert fires after its wait and not before",
      async ({ alert, input, silentAt, firesAt, labels = {} }) => {
        const rule = alerts.find((candidate) => candidate.alert === alert);
        const expr = `ALERTS{alertname="${alert}", alertstate="firing", system="${system.id}"}`;
        const fired = labelsText({
          alertname: alert,
          alertstate: "firing",
          system: system.id,
          severity: rule?.severity ?? "",
          team: rule?.team ?? "",
          ...labels,
        });
        const output = await promtool({
          input_series: seriesOf(input),
          promql_expr_test: [
            { expr, eval_time: silentAt, exp_samples: [] },
            {
              expr,
              eval_time: firesAt,
              exp_samples: [{ labels: `ALERTS{${fired}}`, value: 1 }],
            },
          ],
        });
        expect(output).toContain("SUCCESS");
      },
    );
  },
);

describe("rules of the monitoring, judged by promtool", () => {
  /** Alerts that fire ten minutes after the start, by name and number. */
  const firingAfterTenMinutes = (
    input: Input,
    expected: readonly (readonly [alert: string, count: number])[],
  ) =>
    promtool({
      input_series: seriesOf(input),
      promql_expr_test: [
        {
          expr: 'count by (alertname) (ALERTS{alertstate="firing"})',
          eval_time: "10m",
          exp_samples: expected.map(([alertname, value]) => ({
            labels: `{alertname="${alertname}"}`,
            value,
          })),
        },
      ],
    });

  it("are silent when all is well, but for the dead man's switch, which fires at once", async () => {
    await expect(
      firingAfterTenMinutes(allUp(requests("applications", "api", 0)), [
        ["DeadMansSwitch", 1],
      ]),
    ).resolves.toContain("SUCCESS");
    await expect(
      promtool({
        input_series: seriesOf(allUp()),
        alert_rule_test: [
          {
            eval_time: "0m",
            alertname: "DeadMansSwitch",
            exp_alerts: [
              {
                exp_labels: {
                  severity: "info",
                  team: "monitoring",
                  system: "alerting",
                },
                exp_annotations: {
                  summary: "Monitoring system is alive",
                  description:
                    "This is a deadman switch. It should always be firing. If you don't receive this, monitoring is broken.",
                  dashboard: "https://grafana.example.com/d/alert-overview",
                  runbook_url:
                    "https://runbooks.example.com/alerting/dead-mans-switch",
                },
              },
            ],
          },
        ],
      }),
    ).resolves.toContain("SUCCESS");
  });

  it("tell of a dead Alertmanager once, not three times", async () => {
    await expect(
      firingAfterTenMinutes(
        allUp({
          'up{system="alerting", job="alertmanager", instance="alertmanager:9093"}':
            "0x40",
        }),
        [
          ["AlertmanagerDown", 1],
          ["DeadMansSwitch", 1],
        ],
      ),
    ).resolves.toContain("SUCCESS");
  });

  it("find ten alerts not too many, and do not count what always fires", async () => {
    const dead = Object.fromEntries(
      [...Array(10).keys()].map((index) => [
        `up{system="node-infrastructure", job="node-exporter", instance="app-${index}:9100"}`,
        "0x60",
      ]),
    );
    await expect(
      firingAfterTenMinutes(allUp(dead), [
        ["InstanceDown", 10],
        ["DeadMansSwitch", 1],
      ]),
    ).resolves.toContain("SUCCESS");
  });

  it("leave services to the system that promised something, and tell services of one name apart", async () => {
    await expect(
      firingAfterTenMinutes(
        allUp({
          ...requests("applications", "api", 100),
          ...requests("easy-flow", "api", 100),
          ...requests("ecommerce", "api", 100),
          'slo:objective:ratio{system="ecommerce", slo="api-availability", service="api"}':
            "0.999x60",
        }),
        [
          ["HighErrorRate", 2],
          ["ErrorBudgetFastBurn", 2],
          ["DeadMansSwitch", 1],
        ],
      ),
    ).resolves.toContain("SUCCESS");
  });

  it("write texts that name host, disk and figure", async () => {
    const [cpu, , disk] = hostCases("node-infrastructure", "app-01");
    await expect(
      promtool({
        input_series: seriesOf({ ...cpu?.input, ...disk?.input }),
        alert_rule_test: [
          {
            eval_time: "6m",
            alertname: "HighCPUUsage",
            exp_alerts: [
              {
                exp_labels: {
                  severity: "warning",
                  team: "infrastructure",
                  system: "node-infrastructure",
                  host: "app-01",
                  instance: "app-01:9100",
                },
                exp_annotations: {
                  summary: "High CPU usage on app-01:9100",
                  description:
                    "CPU usage is 90.0% on app-01:9100; 80% is the limit",
                  dashboard: "https://grafana.example.com/d/node-exporter",
                  runbook_url:
                    "https://runbooks.example.com/node-infrastructure/high-cpu-usage",
                },
              },
            ],
          },
        ],
      }),
    ).resolves.toContain("SUCCESS");
  });
});
