import {
  is,
  type SystemNotifications,
  type Receiver,
  secret,
} from "monitoring-as-code";

const slackWebhook = secret(
  "node_infrastructure_slack_webhook_url",
  "incoming webhook of Slack for the alerts of hosts and containers",
);

/** The mailbox of the team: what it must see, but not at night. */
const email: Receiver = {
  name: "infrastructure-email",
  integrations: [
    {
      kind: "email",
      addresses: ["infra@example.com"],
      subject: '{{ template "email.subject" . }}',
      sendResolved: true,
    },
    {
      kind: "slack",
      url: slackWebhook,
      channel: "#team-infrastructure",
      title: '{{ template "slack.title" . }}',
      text: '{{ template "slack.text" . }}',
      color: '{{ template "slack.color" . }}',
      sendResolved: true,
    },
  ],
};

/**
 * Whoever is on call, in every way that Grafana knows: an environment switches on the kinds that its people use.
 * Each takes only what its kind requires.
 */
const onCall: Receiver = {
  name: "infrastructure-on-call",
  integrations: [
    {
      kind: "pagerduty",
      integrationKey: secret(
        "node_infrastructure_pagerduty_key",
        "Events API v2 key of PagerDuty for hosts and containers",
      ),
      severity: "critical",
    },
    {
      kind: "opsgenie",
      apiKey: secret(
        "node_infrastructure_opsgenie_key",
        "API key of Opsgenie for hosts and containers",
      ),
    },
    {
      kind: "slack",
      url: slackWebhook,
      channel: "#alerts-critical",
      title: '{{ template "slack.title" . }}',
      text: '{{ template "slack.text" . }}',
      color: '{{ template "slack.color" . }}',
      sendResolved: true,
    },
    {
      kind: "telegram",
      token: secret(
        "node_infrastructure_telegram_token",
        "token of the Telegram bot that reports hosts and containers",
      ),
      chatId: "-1001700000002",
    },
    {
      kind: "discord",
      url: secret(
        "node_infrastructure_discord_url",
        "webhook of the Discord channel for hosts and containers",
      ),
    },
    {
      kind: "teams",
      url: secret(
        "node_infrastructure_teams_url",
        "webhook of the Microsoft Teams channel for hosts and containers",
      ),
    },
    {
      kind: "webhook",
      url: "http://webhook-receiver:8080/webhook/infrastructure",
      sendResolved: true,
    },
  ],
};

/** A host that is down takes all of its exporters with it, so alerts are grouped by host; warnings go to the mailbox. */
export const nodeInfrastructureNotifications: SystemNotifications = {
  receivers: [email, onCall],
  route: {
    matchers: [],
    receiver: email,
    groupBy: ["alertname", "host"],
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
      // By mount point too: another disk of the host may be the one that still has time.
      name: "critical-silences-disk-warning",
      source: [is("alertname", "DiskSpaceCritical")],
      target: [is("alertname", "DiskSpaceWarning")],
      equal: ["instance", "mountpoint"],
    },
  ],
};
