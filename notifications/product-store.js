"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.productStoreNotifications = void 0;
const monitoring_as_code_1 = require("monitoring-as-code");
const monitoring_as_code_2 = require("monitoring-as-code");
/**
 * One message per group of alerts: what, where, how urgent, since when. It reads the labels that all alerts of the group
 * share, so that it stays right when the grouping changes, and tells an alert that began from one that ended.
 */
const telegramMessage = {
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
const chat = {
  kind: "telegram",
  token: (0, monitoring_as_code_2.secret)(
    "product_store_telegram_token",
    "token of the Telegram bot that reports the alerts of the Product Store",
  ),
  chatId: "-1001700000001",
  parseMode: "HTML",
  message: '{{ template "product-store.telegram" . }}',
  webPagePreview: false,
  sendResolved: true,
};
const telegram = { name: "telegram", integrations: [chat] };
/** Nobody is woken by a chat: what is critical also pages, where the environment pages at all. */
const onCall = {
  name: "on-call",
  integrations: [
    chat,
    {
      kind: "pagerduty",
      integrationKey: (0, monitoring_as_code_2.secret)(
        "product_store_pagerduty_key",
        "integration key of PagerDuty for the Product Store",
      ),
      severity: "critical",
    },
  ],
};
/** Raises the alarm when the watchdog's heartbeat stops arriving. */
const heartbeat = {
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
exports.productStoreNotifications = {
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
        matchers: [(0, monitoring_as_code_1.is)("alertname", "Watchdog")],
        receiver: heartbeat,
        groupWait: "0s",
        groupInterval: "1m",
        repeatInterval: "5m",
      },
      {
        matchers: [(0, monitoring_as_code_1.is)("severity", "critical")],
        receiver: onCall,
      },
    ],
  },
  inhibitions: [
    {
      // By service alone: no alert has both severities under one name.
      name: "critical-silences-warning",
      source: [(0, monitoring_as_code_1.is)("severity", "critical")],
      target: [(0, monitoring_as_code_1.is)("severity", "warning")],
      equal: ["service"],
    },
  ],
};
//# sourceMappingURL=product-store.js.map
