import {
  is,
  isNot,
  matches,
  type WebhookIntegration,
  type SystemNotifications,
  type Receiver,
  secret,
} from "monitoring-as-code";

/**
 * The JSON that the receiver expects: one alert with service, title, message, severity, timestamp (Unix seconds) and
 * metadata. Of a group it tells the first alert and how many there are. Alertmanager has one format only, which the
 * receiver must take too.
 */
const payload = `{{ $first := index .Alerts 0 -}}
{{ $severity := $first.Labels.severity -}}
{{ if $first.Labels.source_severity }}{{ $severity = $first.Labels.source_severity }}{{ end -}}
{{ coll.Dict "service" "archon-agent" "title" $first.Annotations.summary "message" $first.Annotations.description "severity" $severity "timestamp" $first.StartsAt.Unix "metadata" (coll.Dict "status" .Status "alerts" (len .Alerts) "labels" $first.Labels "values" $first.ValueString "runbook" $first.Annotations.runbook_url) | data.ToJSON }}`;

const webhook: WebhookIntegration = {
  kind: "webhook",
  url: "https://alerts.example.com/archon-agent",
  payloadTemplate: payload,
  sendResolved: true,
};

const archonWebhook: Receiver = {
  name: "archon-webhook",
  integrations: [webhook],
};

/** A webhook wakes nobody: what is critical also pages, where the environment pages at all. */
const archonOnCall: Receiver = {
  name: "archon-on-call",
  integrations: [
    webhook,
    {
      kind: "pagerduty",
      integrationKey: secret(
        "archon_agent_pagerduty_key",
        "Events API v2 key of PagerDuty for the Archon agent",
      ),
      severity: "critical",
    },
  ],
};

/** One channel, a webhook; how soon and how often depends on the severity. */
export const archonAgentNotifications: SystemNotifications = {
  receivers: [archonWebhook, archonOnCall],
  route: {
    matchers: [],
    receiver: archonWebhook,
    groupBy: ["alertname"],
    groupWait: "30s",
    groupInterval: "5m",
    repeatInterval: "4h",
    routes: [
      {
        matchers: [is("severity", "critical")],
        receiver: archonOnCall,
        groupWait: "10s",
        repeatInterval: "1h",
      },
    ],
  },
  inhibitions: [
    {
      name: "target-down-silences-all",
      source: [is("alertname", "ArchonTargetDown")],
      target: [isNot("alertname", "ArchonTargetDown")],
      equal: ["system"],
    },
    {
      // The burn rate says the same, sooner. A breach of 30 days would silence the errors of today for a month.
      name: "burn-silences-error-rate",
      source: [
        is("slo", "archon-availability"),
        matches("burn_tier", "page-quick|page-slow"),
      ],
      target: [is("alertname", "ArchonHighErrorRate")],
      equal: ["system"],
    },
  ],
};
