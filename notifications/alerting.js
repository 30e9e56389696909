"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.alertingNotifications = void 0;
const monitoring_as_code_1 = require("monitoring-as-code");
const monitoring_as_code_2 = require("monitoring-as-code");
const working_hours_1 = require("./working-hours");
/** How critical alerts read in Slack: short enough for a lock screen. */
const messages = {
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
const slackWebhook = (0, monitoring_as_code_2.secret)(
  "alerting_slack_webhook_url",
  "incoming webhook of Slack for the alerts of the monitoring",
);
/** Shows what was sent; one path per receiver. */
function testReceiver(path) {
  return {
    kind: "webhook",
    url: `http://webhook-receiver:8080/webhook/${path}`,
    sendResolved: true,
  };
}
/** A team's channel, in the words that all systems share. */
function teamReceiver(name, path, channel) {
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
const defaultReceiver = {
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
const criticalAlerts = {
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
      integrationKey: (0, monitoring_as_code_2.secret)(
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
      user: (0, monitoring_as_code_2.secret)(
        "alerting_jira_user",
        "account that opens incidents in Jira for the monitoring",
      ),
      password: (0, monitoring_as_code_2.secret)(
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
const deadman = {
  name: "deadman",
  integrations: [
    {
      kind: "webhook",
      url: "https://heartbeat.example.com/monitoring",
      sendResolved: false,
    },
  ],
};
const nightsAndWeekends = (0, working_hours_1.outsideWorkingHours)();
/** A team hears of everything that is its own; of what can wait only while somebody is there. */
function teamRoute(team, receiver, timing = {}) {
  return {
    matchers: [(0, monitoring_as_code_1.is)("team", team)],
    receiver,
    ...timing,
    routes: [
      {
        matchers: [
          (0, monitoring_as_code_1.matches)("severity", "warning|info"),
        ],
        muteTimings: [nightsAndWeekends],
      },
    ],
  };
}
/**
 * The dead man's switch first, or its team's route would keep it. Critical alerts call whoever is on call and go on to
 * the team that owns them.
 */
exports.alertingNotifications = {
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
        matchers: [(0, monitoring_as_code_1.is)("alertname", "DeadMansSwitch")],
        receiver: deadman,
        groupWait: "0s",
        groupInterval: "1m",
        repeatInterval: "5m",
      },
      {
        matchers: [(0, monitoring_as_code_1.is)("severity", "critical")],
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
        (0, monitoring_as_code_1.is)("severity", "critical"),
        (0, monitoring_as_code_1.is)("alertname", "InstanceDown"),
        (0, monitoring_as_code_1.is)("job", "node-exporter"),
        (0, monitoring_as_code_1.matches)("host", ".+"),
      ],
      target: [
        (0, monitoring_as_code_1.is)("severity", "warning"),
        (0, monitoring_as_code_1.matches)("host", ".+"),
      ],
      equal: ["host"],
    },
    {
      name: "full-disk-silences-its-warning",
      source: [
        (0, monitoring_as_code_1.is)("system", "alerting"),
        (0, monitoring_as_code_1.is)("alertname", "DiskSpaceCritical"),
      ],
      target: [
        (0, monitoring_as_code_1.is)("system", "alerting"),
        (0, monitoring_as_code_1.is)("alertname", "DiskSpaceWarning"),
      ],
      equal: ["instance", "mountpoint"],
    },
    {
      name: "fast-burn-silences-slow-burn",
      source: [
        (0, monitoring_as_code_1.is)("system", "alerting"),
        (0, monitoring_as_code_1.is)("alertname", "ErrorBudgetFastBurn"),
      ],
      target: [
        (0, monitoring_as_code_1.is)("system", "alerting"),
        (0, monitoring_as_code_1.is)("alertname", "ErrorBudgetSlowBurn"),
      ],
      equal: ["observed_system", "service"],
    },
  ],
};
//# sourceMappingURL=alerting.js.map
