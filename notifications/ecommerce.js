"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.ecommerceNotifications = void 0;
const monitoring_as_code_1 = require("monitoring-as-code");
const monitoring_as_code_2 = require("monitoring-as-code");
const messages = {
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
const webhook = (0, monitoring_as_code_2.secret)(
  "ecommerce_slack_webhook_url",
  "incoming webhook of the Slack workspace that gets the shop's alerts",
);
/** The end of an alert is told too: whoever was called needs to know when it is over. */
function slack(channel, title, text = "ecommerce.text") {
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
const defaultReceiver = {
  name: "default",
  integrations: [slack("#monitoring", "Alert:")],
};
const criticalAlerts = {
  name: "critical-alerts",
  integrations: [
    {
      kind: "pagerduty",
      integrationKey: (0, monitoring_as_code_2.secret)(
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
const sloAlerts = {
  name: "slo-alerts",
  integrations: [slack("#slo-alerts", "📊 SLO Alert:")],
};
const businessAlerts = {
  name: "business-alerts",
  integrations: [slack("#business-alerts", "💼 Business Alert:")],
};
const infrastructureAlerts = {
  name: "infrastructure-alerts",
  integrations: [slack("#infrastructure", "Infrastructure Alert:")],
};
/** Two hours in the quietest night of the week, for work that was announced; anything else needs a silence. */
const plannedMaintenance = {
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
exports.ecommerceNotifications = {
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
        matchers: [(0, monitoring_as_code_1.is)("severity", "critical")],
        receiver: criticalAlerts,
        groupWait: "10s",
        repeatInterval: "1h",
        continue: true,
      },
      {
        matchers: [(0, monitoring_as_code_1.matches)("slo", ".+")],
        receiver: sloAlerts,
        groupWait: "30s",
        repeatInterval: "2h",
      },
      {
        matchers: [
          (0, monitoring_as_code_1.matches)(
            "alertname",
            "PaymentFailureSpike|InventoryLow",
          ),
        ],
        receiver: businessAlerts,
      },
      {
        matchers: [
          (0, monitoring_as_code_1.matches)(
            "team",
            "infrastructure|database|cache",
          ),
        ],
        receiver: infrastructureAlerts,
        muteTimings: [plannedMaintenance],
      },
    ],
  },
  inhibitions: [
    {
      // Exporters have no service: without the two matchers any of them, when down, would silence alerts without one.
      name: "service-down-silences-its-symptoms",
      source: [
        (0, monitoring_as_code_1.is)("alertname", "ServiceDown"),
        (0, monitoring_as_code_1.isNot)("service", ""),
      ],
      target: [
        (0, monitoring_as_code_1.matches)(
          "alertname",
          "HighErrorRate|HighLatency|LowThroughput",
        ),
        (0, monitoring_as_code_1.isNot)("service", ""),
      ],
      equal: ["service"],
    },
  ],
};
//# sourceMappingURL=ecommerce.js.map
