import {
  secret,
  type MessageTemplate,
  type Receiver,
  type RootNotifications,
} from "monitoring-as-code";

/** Gets every alert that no system sends elsewhere. */
const defaultReceiver: Receiver = {
  name: "default",
  integrations: [
    { kind: "webhook", url: "http://webhook-receiver:8080/webhook" },
    {
      kind: "slack",
      url: secret("slack_webhook_url", "incoming webhook of Slack"),
      title: '{{ template "slack.title" . }}',
    },
  ],
};

const slackTemplate: MessageTemplate = {
  name: "slack",
  template: `{{ define "slack.title" -}}
[{{ .Status | toUpper }}] {{ .GroupLabels.alertname }}
{{- end }}
`,
};

/** The top of the routing tree; the systems' own trees hang below it. */
export const rootNotifications: RootNotifications = {
  receivers: [defaultReceiver],
  route: {
    receiver: defaultReceiver,
    groupBy: ["alertname", "system", "cluster"],
    groupWait: "30s",
    groupInterval: "5m",
    repeatInterval: "4h",
    routes: [],
  },
  templates: [slackTemplate],
};
