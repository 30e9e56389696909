import { grafanaAnnotation } from "../../src/rules/grafana-annotation";

describe(grafanaAnnotation, () => {
  test.each([
    ["plain $value text", "plain $value text"],
    ["{{ $value }}", "{{ $values.A.Value }}"],
    [
      "{{ $value | humanizeDuration }} on {{ $labels.instance }}",
      "{{ $values.A.Value | humanizeDuration }} on {{ $labels.instance }}",
    ],
    ["{{$value}}{{- $value -}}", "{{$values.A.Value}}{{- $values.A.Value -}}"],
    ["{{ .Value | humanize }}", "{{ .Values.A.Value | humanize }}"],
    ["{{ printf `%f` $.Value }}", "{{ printf `%f` $.Values.A.Value }}"],
    [
      '{{ printf "$value is %.1f" $value }}',
      '{{ printf "$value is %.1f" $values.A.Value }}',
    ],
    [
      "{{ if gt $value 1.0 }}{{ .Labels.x }}{{ else }}{{ .Value }}{{ end }}",
      "{{ if gt $values.A.Value 1.0 }}{{ .Labels.x }}{{ else }}{{ .Values.A.Value }}{{ end }}",
    ],
    [
      "{{ range $k, $v := .Labels }}{{ $k }} {{ $v }} {{ $value }}{{ end }}{{ .Value }}",
      "{{ range $k, $v := .Labels }}{{ $k }} {{ $v }} {{ $values.A.Value }}{{ end }}{{ .Values.A.Value }}",
    ],
    ["{{ $x := $value }}{{ $x }}", "{{ $x := $values.A.Value }}{{ $x }}"],
    ["{{ (.Value | humanize) }}", "{{ (.Values.A.Value | humanize) }}"],
    [
      "{{/* $value */}}{{ $labels.Value }}",
      "{{/* $value */}}{{ $labels.Value }}",
    ],
  ])("translates %j", (prometheus, grafana) => {
    expect(grafanaAnnotation(prometheus)).toEqual({
      text: grafana,
      problems: [],
    });
  });

  it("is the same when done twice", () => {
    const { text } = grafanaAnnotation("{{ $value | humanize }} {{ .Value }}");
    expect(grafanaAnnotation(text)).toEqual({ text, problems: [] });
  });
});
