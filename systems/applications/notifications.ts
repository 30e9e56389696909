import {
  is,
  type SystemNotifications,
  type Receiver,
  secret,
} from "monitoring-as-code";

const webhook = secret(
  "applications_slack_webhook_url",
  "incoming webhook of Slack for the alerts of applications",
);

const slack: Receiver = {
  name: "Slack Alerts",
  integrations: [
    {
      kind: "slack",
      url: webhook,
      channel: "#alerts",
      title: '{{ template "slack.title" . }}',
      text: '{{ template "slack.text" . }}',
      color: '{{ template "slack.color" . }}',
    },
  ],
};

const pagerDuty: Receiver = {
  name: "PagerDuty",
  integrations: [
    {
      kind: "pagerduty",
      integrationKey: secret(
        "applications_pagerduty_key",
        "integration key of PagerDuty for applications",
      ),
      severity: "critical",
    },
  ],
};

/** Everything goes to Slack; what is critical pages as well. */
export const applicationsNotifications: SystemNotifications = {
  receivers: [slack, pagerDuty],
  route: {
    matchers: [],
    receiver: slack,
    groupBy: ["alertname", "grafana_folder"],
    groupWait: "10s",
    groupInterval: "5m",
    repeatInterval: "4h",
    routes: [
      {
        matchers: [is("severity", "critical")],
        receiver: pagerDuty,
        continue: true,
      },
      { matchers: [is("severity", "critical")], receiver: slack },
      { matchers: [is("severity", "warning")], receiver: slack },
    ],
  },
};
