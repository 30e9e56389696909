import {
  type RootNotifications,
  type Receiver,
  secret,
} from "monitoring-as-code";
import { emailTemplate, slackTemplate } from "./templates";

/** Gets every alert that no system sends elsewhere; also those whose own receiver is switched off in an environment. */
export const defaultReceiver: Receiver = {
  name: "default",
  integrations: [
    { kind: "webhook", url: "http://webhook-receiver:8080/webhook" },
    {
      kind: "slack",
      url: secret(
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
export const rootNotifications: RootNotifications = {
  receivers: [defaultReceiver],
  route: {
    receiver: defaultReceiver,
    groupBy: ["alertname", "system", "cluster", "service"],
    groupWait: "30s",
    groupInterval: "5m",
    repeatInterval: "4h",
    routes: [],
  },
  templates: [slackTemplate, emailTemplate],
};
