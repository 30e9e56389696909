import type { MessageTemplate } from "../lib/model/message-template";

/** How alerts read in Slack, in every system: `slack.title`, `slack.text`, `slack.color`. */
export const slackTemplate: MessageTemplate = {
  name: "slack",
  template: `{{ define "slack.title" -}}
[{{ .Status | toUpper }}{{ if eq .Status "firing" }}:{{ .Alerts.Firing | len }}{{ end }}] {{ .GroupLabels.alertname }}
{{- end }}

{{ define "slack.text" -}}
{{ range .Alerts }}
*Alert:* {{ .Labels.alertname }} \`{{ .Labels.severity }}\`
*System:* {{ .Labels.system }}{{ if .Labels.instance }} ({{ .Labels.instance }}){{ end }}
*Summary:* {{ .Annotations.summary }}
*Description:* {{ .Annotations.description }}
{{ if .Annotations.runbook_url }}*Runbook:* {{ .Annotations.runbook_url }}
{{ end }}*Started:* {{ .StartsAt.Format "2006-01-02 15:04:05 MST" }}
{{ if eq .Status "resolved" }}*Ended:* {{ .EndsAt.Format "2006-01-02 15:04:05 MST" }}
{{ end }}{{ end }}
{{- end }}

{{ define "slack.color" -}}
{{ if eq .Status "resolved" }}good{{ else if eq .CommonLabels.severity "critical" }}danger{{ else }}warning{{ end }}
{{- end }}
`,
};

/** How alerts read in e-mail, in every system: `email.subject`. */
export const emailTemplate: MessageTemplate = {
  name: "email",
  template: `{{ define "email.subject" -}}
{{ if eq .Status "firing" }}🚨{{ else }}✅{{ end }} [{{ .Status | toUpper }}] {{ .GroupLabels.alertname }}
{{- end }}
`,
};
