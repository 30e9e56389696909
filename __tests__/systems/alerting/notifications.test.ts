import project from "../../../monitoring";
import { local } from "../../../environments/local";
import { prod } from "../../../environments/prod";
import { deploymentOf } from "monitoring-as-code/deployment";
import { integrationKinds, type Labels } from "monitoring-as-code";
import {
  expectRoute,
  notificationProblems,
} from "monitoring-as-code/notifications";
import { alertingNotifications } from "../../../systems/alerting/notifications";
import { alerting } from "../../../systems/alerting";
import { nodeInfrastructure } from "../../../systems/node-infrastructure";

const observed = [alerting, nodeInfrastructure];
const { notifications } = deploymentOf(
  {
    ...local,
    dataSources: {},
    alerting: { ...local.alerting, integrations: integrationKinds },
  },
  { ...project, systems: observed },
);

/** Tuesday noon and Tuesday midnight. */
const noon = new Date("2026-11-24T12:00:00Z");
const midnight = new Date("2026-11-24T23:30:00Z");

const labelsOf = (alertname: string): Labels => {
  const rule = alerting.alertGroups
    .flatMap(({ alerts }) => alerts)
    .find(({ alert }) => alert === alertname);
  if (rule === undefined) throw new Error(`no alert "${alertname}"`);
  const { severity, team } = rule;
  return { system: "alerting", alertname, severity, team };
};

describe("notifications of the monitoring", () => {
  test.each([
    ["InstanceDown", ["critical-alerts", "infrastructure-team"]],
    ["DiskSpaceCritical", ["critical-alerts", "infrastructure-team"]],
    ["HighCPUUsage", ["infrastructure-team"]],
    ["HighMemoryUsage", ["infrastructure-team"]],
    ["DiskSpaceWarning", ["infrastructure-team"]],
    ["AlertmanagerDown", ["critical-alerts", "monitoring-team"]],
    ["PrometheusTargetMissing", ["critical-alerts", "monitoring-team"]],
    ["PrometheusConfigReloadFailed", ["critical-alerts", "monitoring-team"]],
    ["TooManyAlerts", ["monitoring-team"]],
    ["DeadMansSwitch", ["deadman"]],
    ["ErrorBudgetBurnRateTooHigh", ["critical-alerts", "sre-team"]],
    ["SLOViolation", ["sre-team"]],
    ["ErrorBudgetFastBurn", ["critical-alerts", "sre-team"]],
    ["ErrorBudgetSlowBurn", ["sre-team"]],
    ["HighErrorRate", ["critical-alerts", "backend-team"]],
    ["SlowResponseTime", ["backend-team"]],
  ])("send %s to %p", (alertname, receivers) => {
    expectRoute(notifications, labelsOf(alertname), {
      receivers: receivers.map((name) => `alerting-${name}`),
      at: noon,
    });
  });

  it("send what no team owns to the default", () => {
    expectRoute(
      notifications,
      { system: "alerting", alertname: "DatasourceError" },
      { receivers: ["alerting-default"], at: noon },
    );
  });

  it("let what can wait wait for the morning, and nothing else", () => {
    expectRoute(notifications, labelsOf("HighCPUUsage"), {
      receivers: [],
      at: midnight,
    });
    expectRoute(notifications, labelsOf("InstanceDown"), {
      receivers: ["alerting-critical-alerts", "alerting-infrastructure-team"],
      at: midnight,
    });
    expectRoute(notifications, labelsOf("DeadMansSwitch"), {
      receivers: ["alerting-deadman"],
      at: midnight,
    });
  });

  it("repeat the dead man's switch before its service loses patience, and never resolve it", () => {
    const [first] = alertingNotifications.route.routes ?? [];
    expect(first).toMatchObject({
      matchers: [{ label: "alertname", value: "DeadMansSwitch" }],
      groupWait: "0s",
      groupInterval: "1m",
      repeatInterval: "5m",
    });
    expect(first?.receiver?.integrations).toEqual([
      expect.objectContaining({ kind: "webhook", sendResolved: false }),
    ]);
    expect(JSON.stringify(first?.receiver)).not.toContain("webhook-receiver");
  });

  it("know every receiver of the specification's tree, and use each", () => {
    expect(alertingNotifications.receivers.map(({ name }) => name)).toEqual([
      "default",
      "deadman",
      "critical-alerts",
      "infrastructure-team",
      "monitoring-team",
      "backend-team",
      "sre-team",
    ]);
    expect(notificationProblems(notifications, local)).toEqual([]);
  });

  it("call on-call by every way that the environment has: chat, pager and incident", () => {
    const kindsOf = (integrations: typeof prod.alerting.integrations) =>
      deploymentOf(
        {
          ...prod,
          dataSources: {},
          alerting: { ...prod.alerting, integrations },
        },
        { ...project, systems: observed },
      )
        .notifications.receivers.find(
          ({ name }) => name === "alerting-critical-alerts",
        )
        ?.integrations.map(({ kind }) => kind);
    expect(kindsOf(prod.alerting.integrations)).toEqual([
      "webhook",
      "slack",
      "pagerduty",
    ]);
    const [, slack, pager, issue] =
      alertingNotifications.receivers.find(
        ({ name }) => name === "critical-alerts",
      )?.integrations ?? [];
    expect(slack).toMatchObject({
      channel: "#alerts-critical",
      username: "Alertmanager",
      iconEmoji: ":fire:",
    });
    expect(pager).toMatchObject({
      summary: "{{ .GroupLabels.alertname }}: {{ .CommonAnnotations.summary }}",
      severity: "{{ .CommonLabels.severity }}",
    });
    expect(issue).toMatchObject({
      project: "OPS",
      issueType: "Incident",
      priority: "Critical",
      labels: ["alert", "monitoring"],
    });
  });
});

describe("inhibitions of the monitoring", () => {
  const hostDown = {
    ...labelsOf("InstanceDown"),
    job: "node-exporter",
    host: "app-01",
  };

  it("silence warnings of a dead host in every system", () => {
    const warning = {
      system: "node-infrastructure",
      alertname: "HighMemoryUsage",
      severity: "warning",
      team: "infrastructure",
      host: "app-01",
    };
    expectRoute(notifications, warning, {
      receivers: [],
      firing: [{ ...hostDown, system: "node-infrastructure" }],
      at: noon,
    });
    expectRoute(
      notifications,
      { ...warning, host: "app-02" },
      {
        receivers: ["node-infrastructure-infrastructure-email"],
        firing: [hostDown],
        at: noon,
      },
    );
  });

  test.each([
    ["that names no host", { host: "", job: "node-exporter" }],
    ["of another exporter of the host", { host: "app-01", job: "cadvisor" }],
  ])("silence nothing for an instance %s", (_, labels) => {
    expectRoute(
      notifications,
      { ...labelsOf("HighMemoryUsage"), host: labels.host },
      {
        receivers: ["alerting-infrastructure-team"],
        firing: [{ ...hostDown, ...labels }],
        at: noon,
      },
    );
  });

  it("tell of a full disk once, and of a burning budget once per service", () => {
    const disk = { instance: "monitoring-01:9100", mountpoint: "/" };
    expectRoute(
      notifications,
      { ...labelsOf("DiskSpaceWarning"), ...disk },
      {
        receivers: [],
        firing: [{ ...labelsOf("DiskSpaceCritical"), ...disk }],
        at: noon,
      },
    );
    const api = { observed_system: "applications", service: "api" };
    const firing = [{ ...labelsOf("ErrorBudgetFastBurn"), ...api }];
    expectRoute(
      notifications,
      { ...labelsOf("ErrorBudgetSlowBurn"), ...api },
      { receivers: [], firing, at: noon },
    );
    expectRoute(
      notifications,
      { ...labelsOf("ErrorBudgetSlowBurn"), ...api, service: "web" },
      { receivers: ["alerting-sre-team"], firing, at: noon },
    );
  });
});
