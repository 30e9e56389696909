"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.applicationsNotifications = void 0;
const monitoring_as_code_1 = require("monitoring-as-code");
const monitoring_as_code_2 = require("monitoring-as-code");
const webhook = (0, monitoring_as_code_2.secret)(
  "applications_slack_webhook_url",
  "incoming webhook of Slack for the alerts of applications",
);
const slack = {
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
const pagerDuty = {
  name: "PagerDuty",
  integrations: [
    {
      kind: "pagerduty",
      integrationKey: (0, monitoring_as_code_2.secret)(
        "applications_pagerduty_key",
        "integration key of PagerDuty for applications",
      ),
      severity: "critical",
    },
  ],
};
/** Everything goes to Slack; what is critical pages as well. */
exports.applicationsNotifications = {
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
        matchers: [(0, monitoring_as_code_1.is)("severity", "critical")],
        receiver: pagerDuty,
        continue: true,
      },
      {
        matchers: [(0, monitoring_as_code_1.is)("severity", "critical")],
        receiver: slack,
      },
      {
        matchers: [(0, monitoring_as_code_1.is)("severity", "warning")],
        receiver: slack,
      },
    ],
  },
};
//# sourceMappingURL=applications.js.map
