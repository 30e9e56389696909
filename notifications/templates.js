"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.emailTemplate = exports.slackTemplate = void 0;
/** How alerts read in Slack, in every system: `slack.title`, `slack.text`, `slack.color`. */
exports.slackTemplate = {
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
{{ end }}{{ if .Annotations.dashboard }}*Dashboard:* {{ .Annotations.dashboard }}
{{ end }}*Started:* {{ .StartsAt.Format "2006-01-02 15:04:05 MST" }}
{{ if eq .Status "resolved" }}*Ended:* {{ .EndsAt.Format "2006-01-02 15:04:05 MST" }}
{{ end }}{{ end }}
{{- end }}

{{ define "slack.color" -}}
{{ if eq .Status "resolved" }}good{{ else if eq .CommonLabels.severity "critical" }}danger{{ else }}warning{{ end }}
{{- end }}
`,
};
/** How alerts read in e-mail, in every system: `email.subject`, `email.html`. */
exports.emailTemplate = {
  name: "email",
  template: `{{ define "email.subject" -}}
{{ if eq .Status "firing" }}🚨{{ else }}✅{{ end }} [{{ .Status | toUpper }}] {{ .GroupLabels.alertname }}
{{- end }}

{{ define "email.html" -}}
{{ if .Alerts.Firing }}<h2 style="color:#d9534f">🚨 Firing Alerts</h2>
{{ range .Alerts.Firing }}<div style="border-left:4px solid #d9534f;padding-left:10px;margin:10px 0">
{{ template "email.alert" . }}
</div>
{{ end }}{{ end }}
{{ if .Alerts.Resolved }}<h2 style="color:#5cb85c">✅ Resolved</h2>
{{ range .Alerts.Resolved }}<div style="border-left:4px solid #5cb85c;padding-left:10px;margin:10px 0">
{{ template "email.alert" . }}
</div>
{{ end }}{{ end }}
{{- end }}

{{ define "email.alert" -}}
<strong>{{ .Labels.alertname }}</strong><br>
Severity: {{ .Labels.severity }}<br>
{{ if .Labels.instance }}Instance: {{ .Labels.instance }}<br>
{{ end }}Description: {{ .Annotations.description }}<br>
{{ if .Annotations.runbook_url }}<a href="{{ .Annotations.runbook_url }}">📖 Runbook</a>
{{ end }}{{ if .Annotations.dashboard }}<a href="{{ .Annotations.dashboard }}">📊 Dashboard</a>
{{ end }}
{{- end }}
`,
};
//# sourceMappingURL=templates.js.map
