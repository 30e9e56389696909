import {
  type EmailIntegration,
  type SlackIntegration,
  is,
  matches,
  type SystemNotifications,
  type Receiver,
  type InhibitionRule,
  secret,
} from "monitoring-as-code";

const channel: SlackIntegration = {
  kind: "slack",
  url: secret(
    "slo_slack_webhook_url",
    "incoming webhook of Slack for objectives and error budgets",
  ),
  channel: "#sre-team",
  title: '{{ template "slack.title" . }}',
  text: '{{ template "slack.text" . }}',
  color: '{{ template "slack.color" . }}',
  sendResolved: true,
};

const mail = (address: string): EmailIntegration => ({
  kind: "email",
  addresses: [address],
  subject: '{{ template "email.subject" . }}',
});

const sreTeam: Receiver = { name: "sre-team", integrations: [channel] };

const onCall: Receiver = {
  name: "on-call",
  integrations: [
    {
      kind: "pagerduty",
      integrationKey: secret(
        "slo_pagerduty_key",
        "Events API v2 key of PagerDuty for burn rates",
      ),
      severity: "critical",
    },
    mail("oncall-sre@example.com"),
    channel,
  ],
};

/** Who hears of a budget as it shrinks; the channel hears of it too. */
const escalation = (name: string): Receiver => ({
  name,
  integrations: [mail(`${name}@example.com`), channel],
});

const teamLead = escalation("team-lead");
const engineeringManager = escalation("engineering-manager");
const director = escalation("director");
const vpEngineering = escalation("vp-engineering");

const level = (name: string) => is("budget_level", name);

/** A lower level silences the higher ones of the same objective: one message per budget. */
function silenced(
  name: string,
  by: string,
  levels: readonly string[],
): InhibitionRule {
  return {
    name,
    source: [level(by)],
    target: [matches("budget_level", levels.join("|"))],
    equal: ["slo", "service"],
  };
}

/** Burn rates page, tickets go to the channel, and a budget is told to whoever the policy names for its level. */
export const sloNotifications: SystemNotifications = {
  receivers: [
    sreTeam,
    onCall,
    teamLead,
    engineeringManager,
    director,
    vpEngineering,
  ],
  route: {
    matchers: [],
    receiver: sreTeam,
    groupBy: ["alertname", "service", "slo"],
    groupWait: "30s",
    groupInterval: "5m",
    repeatInterval: "12h",
    routes: [
      {
        matchers: [is("severity", "critical")],
        receiver: onCall,
        groupWait: "10s",
        repeatInterval: "1h",
      },
      {
        // The policy asks for a look at the budget every day, not for one every few hours.
        matchers: [matches("budget_level", ".+")],
        repeatInterval: "1d",
        routes: [
          { matchers: [level("warning")], receiver: teamLead },
          { matchers: [level("critical")], receiver: engineeringManager },
          { matchers: [level("escalation")], receiver: director },
          { matchers: [level("exhausted")], receiver: vpEngineering },
        ],
      },
    ],
  },
  inhibitions: [
    silenced("exhausted-silences-levels", "exhausted", [
      "escalation",
      "critical",
      "warning",
    ]),
    silenced("escalation-silences-levels", "escalation", [
      "critical",
      "warning",
    ]),
    silenced("critical-silences-warning", "critical", ["warning"]),
  ],
};
