"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.rootNotifications = exports.defaultReceiver = void 0;
const monitoring_as_code_1 = require("monitoring-as-code");
const templates_1 = require("./templates");
/** Gets every alert that no system sends elsewhere; also those whose own receiver is switched off in an environment. */
exports.defaultReceiver = {
  name: "default",
  integrations: [
    { kind: "webhook", url: "http://webhook-receiver:8080/webhook" },
    {
      kind: "slack",
      url: (0, monitoring_as_code_1.secret)(
        "slack_webhook_url",
        "incoming webhook of Slack for alerts that no system sends elsewhere",
      ),
      channel: "#monitoring",
      title: '{{ template "slack.title" . }}',
      text: '{{ template "slack.text" . }}',
      color: '{{ template "slack.color" . }}',
    },
    {
      kind: "email",
      addresses: ["team@example.com"],
      subject: '{{ template "email.subject" . }}',
    },
  ],
};
/** The top of the routing tree in every environment; the systems' own trees hang below it. */
exports.rootNotifications = {
  receivers: [exports.defaultReceiver],
  route: {
    receiver: exports.defaultReceiver,
    groupBy: ["alertname", "system", "cluster", "service"],
    groupWait: "30s",
    groupInterval: "5m",
    repeatInterval: "4h",
    routes: [],
  },
  templates: [templates_1.slackTemplate, templates_1.emailTemplate],
};
//# sourceMappingURL=index.js.map
