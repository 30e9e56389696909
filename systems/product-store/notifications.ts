import {
  type TelegramIntegration,
  is,
  type MessageTemplate,
  type SystemNotifications,
  type Receiver,
  secret,
} from "monitoring-as-code";

/**
 * One message per group of alerts: what, where, how urgent, since when. It reads the labels that all alerts of the group
 * share, so that it stays right when the grouping changes, and tells an alert that began from one that ended.
 */
const telegramMessage: MessageTemplate = {
  name: "product-store-telegram",
  template: `{{ define "product-store.telegram" -}}
{{ if eq .Status "firing" }}🚨{{ else }}✅{{ end }} <b>{{ .CommonLabels.alertname }}</b> [{{ .Status | toUpper }}]

<b>Service:</b> {{ .CommonLabels.service }}
<b>Severity:</b> {{ .CommonLabels.severity }}
{{ range .Alerts }}
<b>Alert:</b> {{ .Annotations.summary }}
<b>Description:</b> {{ .Annotations.description }}
<b>Started:</b> {{ .StartsAt.Format "2006-01-02 15:04:05" }}
<a href="{{ .Annotations.runbook_url }}">📖 Runbook</a> <a href="{{ .GeneratorURL }}">📈 Open rule</a>
{{ end }}
<a href="{{ .ExternalURL }}">📊 Open Grafana</a>
{{- end }}
`,
};

const chat: TelegramIntegration = {
  kind: "telegram",
  token: secret(
    "product_store_telegram_token",
    "token of the Telegram bot that reports the alerts of the Product Store",
  ),
  chatId: "-1001700000001",
  parseMode: "HTML",
  message: '{{ template "product-store.telegram" . }}',
  webPagePreview: false,
  sendResolved: true,
};

const telegram: Receiver = { name: "telegram", integrations: [chat] };

/** Nobody is woken by a chat: what is critical also pages, where the environment pages at all. */
const onCall: Receiver = {
  name: "on-call",
  integrations: [
    chat,
    {
      kind: "pagerduty",
      integrationKey: secret(
        "product_store_pagerduty_key",
        "integration key of PagerDuty for the Product Store",
      ),
      severity: "critical",
    },
  ],
};

/** Raises the alarm when the watchdog's heartbeat stops arriving. */
const heartbeat: Receiver = {
  name: "heartbeat",
  integrations: [
    {
      kind: "webhook",
      url: "https://heartbeat.example.com/product-store",
      sendResolved: false,
    },
  ],
};

/** Everything goes to one chat, what is critical to a pager too; the watchdog goes to the service that misses it. */
export const productStoreNotifications: SystemNotifications = {
  receivers: [telegram, onCall, heartbeat],
  templates: [telegramMessage],
  route: {
    matchers: [],
    receiver: telegram,
    groupBy: ["alertname", "service", "severity"],
    groupWait: "10s",
    groupInterval: "1m",
    repeatInterval: "4h",
    routes: [
      {
        matchers: [is("alertname", "Watchdog")],
        receiver: heartbeat,
        groupWait: "0s",
        groupInterval: "1m",
        repeatInterval: "5m",
      },
      { matchers: [is("severity", "critical")], receiver: onCall },
    ],
  },
  inhibitions: [
    {
      // By service alone: no alert has both severities under one name.
      name: "critical-silences-warning",
      source: [is("severity", "critical")],
      target: [is("severity", "warning")],
      equal: ["service"],
    },
  ],
};
