"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.archonAgentNotifications = void 0;
const monitoring_as_code_1 = require("monitoring-as-code");
const monitoring_as_code_2 = require("monitoring-as-code");
/**
 * The JSON that the receiver expects: one alert with service, title, message, severity, timestamp (Unix seconds) and
 * metadata. Of a group it tells the first alert and how many there are. Alertmanager has one format only, which the
 * receiver must take too.
 */
const payload = `{{ $first := index .Alerts 0 -}}
{{ $severity := $first.Labels.severity -}}
{{ if $first.Labels.source_severity }}{{ $severity = $first.Labels.source_severity }}{{ end -}}
{{ coll.Dict "service" "archon-agent" "title" $first.Annotations.summary "message" $first.Annotations.description "severity" $severity "timestamp" $first.StartsAt.Unix "metadata" (coll.Dict "status" .Status "alerts" (len .Alerts) "labels" $first.Labels "values" $first.ValueString "runbook" $first.Annotations.runbook_url) | data.ToJSON }}`;
const webhook = {
  kind: "webhook",
  url: "https://alerts.example.com/archon-agent",
  payloadTemplate: payload,
  sendResolved: true,
};
const archonWebhook = {
  name: "archon-webhook",
  integrations: [webhook],
};
/** A webhook wakes nobody: what is critical also pages, where the environment pages at all. */
const archonOnCall = {
  name: "archon-on-call",
  integrations: [
    webhook,
    {
      kind: "pagerduty",
      integrationKey: (0, monitoring_as_code_2.secret)(
        "archon_agent_pagerduty_key",
        "Events API v2 key of PagerDuty for the Archon agent",
      ),
      severity: "critical",
    },
  ],
};
/** One channel, a webhook; how soon and how often depends on the severity. */
exports.archonAgentNotifications = {
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
        matchers: [(0, monitoring_as_code_1.is)("severity", "critical")],
        receiver: archonOnCall,
        groupWait: "10s",
        repeatInterval: "1h",
      },
    ],
  },
  inhibitions: [
    {
      name: "target-down-silences-all",
      source: [(0, monitoring_as_code_1.is)("alertname", "ArchonTargetDown")],
      target: [
        (0, monitoring_as_code_1.isNot)("alertname", "ArchonTargetDown"),
      ],
      equal: ["system"],
    },
    {
      // The burn rate says the same, sooner. A breach of 30 days would silence the errors of today for a month.
      name: "burn-silences-error-rate",
      source: [
        (0, monitoring_as_code_1.is)("slo", "archon-availability"),
        (0, monitoring_as_code_1.matches)("burn_tier", "page-quick|page-slow"),
      ],
      target: [
        (0, monitoring_as_code_1.is)("alertname", "ArchonHighErrorRate"),
      ],
      equal: ["system"],
    },
  ],
};
//# sourceMappingURL=archon-agent.js.map
