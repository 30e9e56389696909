"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.loggingAndTracingNotifications = void 0;
const monitoring_as_code_1 = require("monitoring-as-code");
const monitoring_as_code_2 = require("monitoring-as-code");
const channel = {
  kind: "slack",
  url: (0, monitoring_as_code_2.secret)(
    "logging_and_tracing_slack_webhook_url",
    "incoming webhook of Slack for alerts on logs and traces",
  ),
  channel: "#backend-logs",
  title: '{{ template "slack.title" . }}',
  text: '{{ template "slack.text" . }}',
  color: '{{ template "slack.color" . }}',
  sendResolved: true,
};
const logAlerts = { name: "log-alerts", integrations: [channel] };
const onCall = {
  name: "on-call",
  integrations: [
    {
      kind: "pagerduty",
      integrationKey: (0, monitoring_as_code_2.secret)(
        "logging_and_tracing_pagerduty_key",
        "Events API v2 key of PagerDuty for services that fall silent",
      ),
      severity: "critical",
    },
    channel,
  ],
};
/** Alerts on logs go to the developers' channel; a service that falls silent pages as well. */
exports.loggingAndTracingNotifications = {
  receivers: [logAlerts, onCall],
  route: {
    matchers: [],
    receiver: logAlerts,
    groupBy: ["alertname", "container", "instance"],
    groupWait: "30s",
    groupInterval: "5m",
    repeatInterval: "4h",
    routes: [
      {
        matchers: [(0, monitoring_as_code_1.is)("severity", "critical")],
        receiver: onCall,
        groupWait: "10s",
        repeatInterval: "1h",
      },
    ],
  },
  inhibitions: [
    {
      // The sum of all containers repeats what is already known of one.
      name: "one-container-silences-total",
      source: [(0, monitoring_as_code_1.is)("alertname", "LogHighErrorRate")],
      target: [
        (0, monitoring_as_code_1.is)("alertname", "LogHighErrorRateTotal"),
      ],
      equal: ["team"],
    },
  ],
};
//# sourceMappingURL=logging-and-tracing.js.map
