import { runbookPath } from "../deployment/rules";
import { kebabCase } from "../model/uid";
import { expandSlo } from "../slo/expand";
import type { ScaffoldedFile } from "./project-files";

const titleOf = (name: string): string =>
  name.replace(/-/g, " ").replace(/^./, (letter) => letter.toUpperCase());

export function dashboardFile(
  system: string,
  name: string,
  constant: string,
): string {
  return `import { dashboard, lowIsBad, query, row, stat, timeseries } from "monitoring-as-code/dashboards";

/** Says in one sentence which questions this dashboard answers. */
export const ${constant} = dashboard({
  uid: "${system}-${name}",
  title: "${titleOf(name)}",
  description: "Is everything of this system there, and since when",
  system: "${system}",
  rows: [
    row([
      timeseries("targets", {
        title: "Targets",
        description: "Whether each target answers its scrape. Good: all lines at 1.",
        unit: "short",
        width: "two-thirds",
        min: 0,
        max: 1,
        queries: [query("up", "{{job}} {{instance}}")],
      }),
      stat("available", {
        title: "Available",
        description: "Share of targets that answer. Good: 100 %.",
        unit: "percentunit",
        width: "third",
        thresholds: lowIsBad({ warning: 1, critical: 0.9 }),
        queries: [query("avg(up)", "available")],
      }),
    ]),
  ],
});
`;
}

export function alertEntry(name: string, job: string): string {
  return `{
    name: "${kebabCase(name)}",
    alerts: [
      {
        alert: "${name}",
        expr: 'up{job="${job}"}',
        condition: { is: "==", value: 0 },
        for: "5m",
        severity: "warning",
        team: "platform",
        summary: "{{ $labels.instance }} does not answer",
        description: "up is {{ $value | humanize }} for {{ $labels.instance }}; 1 is good",
      },
    ],
  }`;
}

export function sloEntry(id: string, job: string): string {
  return `{
    id: "${id}",
    title: "${titleOf(id)}",
    description: "999 of 1000 scrapes of ${job} are answered",
    service: "${job}",
    team: "platform",
    objective: 99.9,
    period: "30d",
    sli: {
      kind: "raw",
      errorRatio: '1 - avg(avg_over_time(up{job="${job}"}[$window]))',
    },
  }`;
}

/** Names of the alerts that an SLO called \`id\` brings with the built-in tiers: each needs a runbook. */
export function sloRunbookAlerts(id: string): readonly string[] {
  const { alerts } = expandSlo(
    {
      id,
      title: id,
      description: id,
      service: id,
      team: "platform",
      objective: 99.9,
      period: "30d",
      sli: {
        kind: "events",
        total: "count_over_time(up[$window])",
        good: "sum_over_time(up[$window])",
      },
    },
    { systemId: "new", scrapeInterval: "15s", retention: "30d" },
  );
  return alerts.flatMap((group) => group.alerts.map(({ alert }) => alert));
}

export function receiverConstant(
  system: string,
  name: string,
  constant: string,
): string {
  return `const ${constant}: Receiver = {
  name: "${name}",
  integrations: [{ kind: "webhook", url: "http://webhook-receiver:8080/webhook/${system}-${name}" }],
};`;
}

export function runbookFile(alert: string): string {
  return `# ${alert}

## What it means

What users feel when this fires, and what it does not mean.

## How to see it

- The query of the alert, and the dashboard that shows it.

## First steps

1. Look at the targets of the system: which do not answer, since when.
2. Look for a deployment at that time, and roll it back.

## When to escalate

After 30 minutes, or at once when users are affected: the team that the alert names.
`;
}

/** The secret that pages whoever is on call for the system `id`. */
export function pagerSecretOf(id: string): string {
  return `${id.replaceAll("-", "_")}_pagerduty_key`;
}

export function systemFiles(
  id: string,
  constant: string,
): readonly ScaffoldedFile[] {
  const alert = `${constant.replace(/^./, (letter) => letter.toUpperCase())}Down`;
  return [
    {
      path: `systems/${id}/metrics.ts`,
      content: `import type { Metric } from "monitoring-as-code";

/** What the system exposes of itself; \`up\` comes with every target. */
export const metrics: readonly Metric[] = [];
`,
    },
    {
      path: `systems/${id}/alerts.ts`,
      content: `import type { AlertGroup } from "monitoring-as-code";

export const alertGroups: readonly AlertGroup[] = [${alertEntry(alert, id)}];
`,
    },
    {
      path: `systems/${id}/slos.ts`,
      content: `import type { Slo } from "monitoring-as-code";

export const slos: readonly Slo[] = [];
`,
    },
    {
      path: `systems/${id}/index.ts`,
      content: `import { overviewDashboard } from "../../dashboards/${id}/overview";
import type { MonitoredSystem } from "monitoring-as-code";
import { alertGroups } from "./alerts";
import { metrics } from "./metrics";
import { ${constant}Notifications } from "./notifications";
import { slos } from "./slos";

/** Says in one sentence what the system is. */
export const ${constant}: MonitoredSystem = {
  id: "${id}",
  title: "${titleOf(id)}",
  description: "What the system is, and for whom",
  jobs: [{ job: "${id}", targets: ["${id}:8080"] }],
  metrics,
  exporters: [],
  dashboards: [overviewDashboard],
  alertGroups,
  recordingGroups: [],
  slos,
  notifications: ${constant}Notifications,
};
`,
    },
    {
      path: `dashboards/${id}/overview.ts`,
      content: dashboardFile(id, "overview", "overviewDashboard"),
    },
    {
      path: `systems/${id}/notifications.ts`,
      content: `import { is, secret, type Receiver, type SystemNotifications } from "monitoring-as-code";

${receiverConstant(id, "team", "team")}

const onCall: Receiver = {
  name: "on-call",
  integrations: [
    {
      kind: "pagerduty",
      integrationKey: secret("${pagerSecretOf(id)}", "integration key of PagerDuty for ${id}"),
    },
  ],
};

/** Everything goes to the team; what is critical pages as well. */
export const ${constant}Notifications: SystemNotifications = {
  receivers: [team, onCall],
  route: {
    matchers: [],
    receiver: team,
    routes: [
      { matchers: [is("severity", "critical")], receiver: onCall, continue: true },
      { matchers: [], receiver: team },
    ],
  },
};
`,
    },
    { path: runbookPath(id, alert), content: runbookFile(alert) },
  ];
}
