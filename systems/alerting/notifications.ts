import {
  is,
  matches,
  type WebhookIntegration,
  type MessageTemplate,
  type SystemNotifications,
  type Receiver,
  type Route,
  secret,
} from "monitoring-as-code";
import { outsideWorkingHours } from "../../notifications/working-hours";

/** How critical alerts read in Slack: short enough for a lock screen. */
const messages: MessageTemplate = {
  name: "alerting-messages",
  template: `{{ define "alerting.critical" -}}
{{ range .Alerts -}}
*Alert:* {{ .Labels.alertname }}
*Severity:* {{ .Labels.severity }}
*Instance:* {{ .Labels.instance }}
*Description:* {{ .Annotations.description }}
*Dashboard:* {{ .Annotations.dashboard }}
{{ end -}}
{{- end }}
`,
};

const slackWebhook = secret(
  "alerting_slack_webhook_url",
  "incoming webhook of Slack for the alerts of the monitoring",
);

/** Shows what was sent; one path per receiver. */
function testReceiver(path: string): WebhookIntegration {
  return {
    kind: "webhook",
    url: `http://webhook-receiver:8080/webhook/${path}`,
    sendResolved: true,
  };
}

/** A team's channel, in the words that all systems share. */
function teamReceiver(name: string, path: string, channel: string): Receiver {
  return {
    name,
    integrations: [
      testReceiver(path),
      {
        kind: "slack",
        url: slackWebhook,
        channel,
        title: '{{ template "slack.title" . }}',
        text: '{{ template "slack.text" . }}',
        color: '{{ template "slack.color" . }}',
        sendResolved: true,
      },
    ],
  };
}

/** What no team owns, and a mailbox that keeps it. */
const defaultReceiver: Receiver = {
  name: "default",
  integrations: [
    testReceiver("default"),
    {
      kind: "email",
      addresses: ["team@example.com"],
      subject: '{{ template "email.subject" . }}',
      message: '{{ template "email.html" . }}',
      sendResolved: true,
    },
  ],
};

/** Whoever is on call: one receiver with every way to reach them, so that one alert is one route and one call. */
const criticalAlerts: Receiver = {
  name: "critical-alerts",
  integrations: [
    testReceiver("critical"),
    {
      kind: "slack",
      url: slackWebhook,
      channel: "#alerts-critical",
      username: "Alertmanager",
      iconEmoji: ":fire:",
      title: "🚨 {{ .GroupLabels.alertname }}",
      text: '{{ template "alerting.critical" . }}',
      color: '{{ if eq .Status "firing" }}danger{{ else }}good{{ end }}',
      sendResolved: true,
    },
    {
      kind: "pagerduty",
      integrationKey: secret(
        "alerting_pagerduty_integration_key",
        "Events API v2 key of the monitoring's on-call service in PagerDuty",
      ),
      severity: "{{ .CommonLabels.severity }}",
      summary: "{{ .GroupLabels.alertname }}: {{ .CommonAnnotations.summary }}",
      client: "Monitoring",
      clientUrl: "{{ .ExternalURL }}",
      details: {
        firing: "{{ .Alerts.Firing | len }}",
        resolved: "{{ .Alerts.Resolved | len }}",
        instance: "{{ .CommonLabels.instance }}",
      },
      sendResolved: true,
    },
    {
      // One issue per group of alerts: found again on every repeat, closed when all of it is over.
      kind: "jira",
      apiUrl: "https://jira.example.com/rest/api/2",
      user: secret(
        "alerting_jira_user",
        "account that opens incidents in Jira for the monitoring",
      ),
      password: secret(
        "alerting_jira_api_token",
        "API token of the account that opens incidents in Jira",
      ),
      project: "OPS",
      issueType: "Incident",
      priority: "Critical",
      labels: ["alert", "monitoring"],
      summary: "[ALERT] {{ .GroupLabels.alertname }}",
      description: "{{ .CommonAnnotations.description }}",
      resolveTransition: "Done",
      reopenTransition: "To Do",
      reopenDuration: "1d",
      sendResolved: true,
    },
  ],
};

const infrastructureTeam = teamReceiver(
  "infrastructure-team",
  "infrastructure",
  "#team-infrastructure",
);
const monitoringTeam = teamReceiver(
  "monitoring-team",
  "monitoring",
  "#team-monitoring",
);
const backendTeam = teamReceiver("backend-team", "backend", "#team-backend");
const sreTeam = teamReceiver("sre-team", "sre", "#team-sre");

/** Lives outside of everything that it watches, and calls when nothing arrives for a quarter of an hour. */
const deadman: Receiver = {
  name: "deadman",
  integrations: [
    {
      kind: "webhook",
      url: "https://heartbeat.example.com/monitoring",
      sendResolved: false,
    },
  ],
};

const nightsAndWeekends = outsideWorkingHours();

/** A team hears of everything that is its own; of what can wait only while somebody is there. */
function teamRoute(
  team: string,
  receiver: Receiver,
  timing: Pick<Route, "groupWait" | "repeatInterval"> = {},
): Route {
  return {
    matchers: [is("team", team)],
    receiver,
    ...timing,
    routes: [
      {
        matchers: [matches("severity", "warning|info")],
        muteTimings: [nightsAndWeekends],
      },
    ],
  };
}

/**
 * The dead man's switch first, or its team's route would keep it. Critical alerts call whoever is on call and go on to
 * the team that owns them.
 */
export const alertingNotifications: SystemNotifications = {
  receivers: [
    defaultReceiver,
    deadman,
    criticalAlerts,
    infrastructureTeam,
    monitoringTeam,
    backendTeam,
    sreTeam,
  ],
  templates: [messages],
  muteTimings: [nightsAndWeekends],
  route: {
    matchers: [],
    receiver: defaultReceiver,
    groupBy: ["alertname", "cluster", "service"],
    groupWait: "10s",
    groupInterval: "5m",
    repeatInterval: "4h",
    routes: [
      {
        // Alertmanager repeats at group intervals, and only after more than the repeat interval.
        matchers: [is("alertname", "DeadMansSwitch")],
        receiver: deadman,
        groupWait: "0s",
        groupInterval: "1m",
        repeatInterval: "5m",
      },
      {
        matchers: [is("severity", "critical")],
        receiver: criticalAlerts,
        groupWait: "10s",
        repeatInterval: "1h",
        continue: true,
      },
      teamRoute("infrastructure", infrastructureTeam, {
        groupWait: "30s",
        repeatInterval: "4h",
      }),
      teamRoute("monitoring", monitoringTeam),
      teamRoute("backend", backendTeam),
      teamRoute("sre", sreTeam),
    ],
  },
  inhibitions: [
    {
      // Across systems: the node exporter stands for its host, and whatever else is wrong there is a consequence.
      // Both sides must have a host, because two absent labels would count as equal.
      name: "host-down-silences-its-warnings",
      source: [
        is("severity", "critical"),
        is("alertname", "InstanceDown"),
        is("job", "node-exporter"),
        matches("host", ".+"),
      ],
      target: [is("severity", "warning"), matches("host", ".+")],
      equal: ["host"],
    },
    {
      name: "full-disk-silences-its-warning",
      source: [is("system", "alerting"), is("alertname", "DiskSpaceCritical")],
      target: [is("system", "alerting"), is("alertname", "DiskSpaceWarning")],
      equal: ["instance", "mountpoint"],
    },
    {
      name: "fast-burn-silences-slow-burn",
      source: [
        is("system", "alerting"),
        is("alertname", "ErrorBudgetFastBurn"),
      ],
      target: [
        is("system", "alerting"),
        is("alertname", "ErrorBudgetSlowBurn"),
      ],
      equal: ["observed_system", "service"],
    },
  ],
};
