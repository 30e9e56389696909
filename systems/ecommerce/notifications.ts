import {
  is,
  isNot,
  matches,
  type MessageTemplate,
  type SystemNotifications,
  type MuteTiming,
  type Receiver,
  secret,
  type SlackIntegration,
} from "monitoring-as-code";

const messages: MessageTemplate = {
  name: "ecommerce-messages",
  template: `{{ define "ecommerce.text" -}}
{{ range .Alerts -}}
{{ .Annotations.summary }}
{{ .Annotations.description }}
<{{ .Annotations.runbook_url }}|Runbook>
{{ end -}}
{{- end }}

{{ define "ecommerce.critical" -}}
{{ range .Alerts -}}
*Summary:* {{ .Annotations.summary }}
*Description:* {{ .Annotations.description }}
*Runbook:* {{ .Annotations.runbook_url }}
{{ end -}}
{{- end }}

{{ define "ecommerce.color" }}{{ if eq .Status "firing" }}danger{{ else }}good{{ end }}{{ end }}
`,
};

const webhook = secret(
  "ecommerce_slack_webhook_url",
  "incoming webhook of the Slack workspace that gets the shop's alerts",
);

/** The end of an alert is told too: whoever was called needs to know when it is over. */
function slack(
  channel: string,
  title: string,
  text = "ecommerce.text",
): SlackIntegration {
  return {
    kind: "slack",
    url: webhook,
    channel,
    title: `${title} {{ .GroupLabels.alertname }}`,
    text: `{{ template "${text}" . }}`,
    color: '{{ template "ecommerce.color" . }}',
    sendResolved: true,
  };
}

const defaultReceiver: Receiver = {
  name: "default",
  integrations: [slack("#monitoring", "Alert:")],
};

const criticalAlerts: Receiver = {
  name: "critical-alerts",
  integrations: [
    {
      kind: "pagerduty",
      integrationKey: secret(
        "ecommerce_pagerduty_integration_key",
        "Events API v2 key of the shop's on-call service in PagerDuty",
      ),
      severity: "critical",
      summary:
        "{{ .GroupLabels.alertname }}: {{ (index .Alerts 0).Annotations.summary }}",
      component: "{{ .CommonLabels.service }}",
      group: "ecommerce",
      details: {
        description: "{{ (index .Alerts 0).Annotations.description }}",
        runbook: "{{ (index .Alerts 0).Annotations.runbook_url }}",
      },
      sendResolved: true,
    },
    slack("#critical-alerts", "🚨 CRITICAL:", "ecommerce.critical"),
  ],
};

const sloAlerts: Receiver = {
  name: "slo-alerts",
  integrations: [slack("#slo-alerts", "📊 SLO Alert:")],
};

const businessAlerts: Receiver = {
  name: "business-alerts",
  integrations: [slack("#business-alerts", "💼 Business Alert:")],
};

const infrastructureAlerts: Receiver = {
  name: "infrastructure-alerts",
  integrations: [slack("#infrastructure", "Infrastructure Alert:")],
};

/** Two hours in the quietest night of the week, for work that was announced; anything else needs a silence. */
const plannedMaintenance: MuteTiming = {
  name: "planned-maintenance",
  intervals: [
    {
      weekdays: ["sunday"],
      times: [{ start: "02:00", end: "04:00" }],
      location: "UTC",
    },
  ],
};

/**
 * Critical alerts page whoever is on call and go on to the channel of their subject; all others go to one channel.
 * Maintenance silences what can wait, never a page.
 */
export const ecommerceNotifications: SystemNotifications = {
  receivers: [
    defaultReceiver,
    criticalAlerts,
    sloAlerts,
    businessAlerts,
    infrastructureAlerts,
  ],
  templates: [messages],
  muteTimings: [plannedMaintenance],
  route: {
    matchers: [],
    receiver: defaultReceiver,
    groupBy: ["alertname", "cluster", "service"],
    groupWait: "10s",
    groupInterval: "5m",
    repeatInterval: "4h",
    muteTimings: [plannedMaintenance],
    routes: [
      {
        matchers: [is("severity", "critical")],
        receiver: criticalAlerts,
        groupWait: "10s",
        repeatInterval: "1h",
        continue: true,
      },
      {
        matchers: [matches("slo", ".+")],
        receiver: sloAlerts,
        groupWait: "30s",
        repeatInterval: "2h",
      },
      {
        matchers: [matches("alertname", "PaymentFailureSpike|InventoryLow")],
        receiver: businessAlerts,
      },
      {
        matchers: [matches("team", "infrastructure|database|cache")],
        receiver: infrastructureAlerts,
        muteTimings: [plannedMaintenance],
      },
    ],
  },
  inhibitions: [
    {
      // Exporters have no service: without the two matchers any of them, when down, would silence alerts without one.
      name: "service-down-silences-its-symptoms",
      source: [is("alertname", "ServiceDown"), isNot("service", "")],
      target: [
        matches("alertname", "HighErrorRate|HighLatency|LowThroughput"),
        isNot("service", ""),
      ],
      equal: ["service"],
    },
  ],
};
