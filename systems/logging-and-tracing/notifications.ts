import {
  type SlackIntegration,
  is,
  type SystemNotifications,
  type Receiver,
  secret,
} from "monitoring-as-code";

const channel: SlackIntegration = {
  kind: "slack",
  url: secret(
    "logging_and_tracing_slack_webhook_url",
    "incoming webhook of Slack for alerts on logs and traces",
  ),
  channel: "#backend-logs",
  title: '{{ template "slack.title" . }}',
  text: '{{ template "slack.text" . }}',
  color: '{{ template "slack.color" . }}',
  sendResolved: true,
};

const logAlerts: Receiver = { name: "log-alerts", integrations: [channel] };

const onCall: Receiver = {
  name: "on-call",
  integrations: [
    {
      kind: "pagerduty",
      integrationKey: secret(
        "logging_and_tracing_pagerduty_key",
        "Events API v2 key of PagerDuty for services that fall silent",
      ),
      severity: "critical",
    },
    channel,
  ],
};

/** Alerts on logs go to the developers' channel; a service that falls silent pages as well. */
export const loggingAndTracingNotifications: SystemNotifications = {
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
        matchers: [is("severity", "critical")],
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
      source: [is("alertname", "LogHighErrorRate")],
      target: [is("alertname", "LogHighErrorRateTotal")],
      equal: ["team"],
    },
  ],
};
