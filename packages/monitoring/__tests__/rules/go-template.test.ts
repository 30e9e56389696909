import fc from "fast-check";
import { parseGoTemplate } from "../../src/rules/go-template";
import { tokenizeTemplate } from "../../src/rules/go-template-tokens";
import { notificationFunctions } from "../../src/rules/template-functions";

function parse(text: string): ReturnType<typeof parseGoTemplate> {
  return parseGoTemplate(text, { functions: notificationFunctions });
}

describe(parseGoTemplate, () => {
  test.each([
    "plain text, } and }} and { too",
    "{{ .Status | toUpper }}",
    "{{- range $i, $alert := .Alerts -}}{{ $i }}{{ $alert.Labels.x }}{{ else }}none{{ end }}",
    '{{ if eq .Status "firing" }}a{{ else if .X }}b{{ else }}c{{ end }}',
    "{{ with $x := .Values }}{{ $x }}{{ else with .Y }}{{ . }}{{ end }}",
    "{{ (index .Alerts 0).Labels.alertname }}",
    "{{ $x := 1 }}{{ $x = 2 }}{{ $x }}",
    '{{/* a comment with }} and "quotes */}}',
    "{{- /* trimmed */ -}}",
    '{{ printf "%d %s" 1 `raw " text` }}',
    "{{ range .A }}{{ if .B }}{{ break }}{{ end }}{{ continue }}{{ end }}",
    '{{ block "a" . }}{{ . }}{{ end }}',
    "{{ -3 }}{{ 1.5e3 }}{{ 0x1F }}{{ 'c' }}",
    '{{ tmpl.Exec "a" . }}',
    "{{ .A\n| len }}",
    "{{ $.Labels }}",
  ])("takes %j", (text) => {
    expect(parse(text).problems).toEqual([]);
  });

  test.each([
    ["{{ .A", "unclosed action at 1:1"],
    ["a\nb {{ .A", "unclosed action at 2:3"],
    ["{{ .A | }}", "missing value for command at 1:1"],
    ["{{ | .A }}", 'missing value before "|" at 1:4'],
    ["{{ () }}", 'missing value before ")" at 1:5'],
    ["{{ .A ) }}", 'unexpected ")" at 1:7'],
    ["{{ .A, .B }}", 'unexpected "," at 1:6'],
    ["{{ .A | 3 }}", '3 cannot be called after "|" at 1:9'],
    ["{{ .A | true }}", 'true cannot be called after "|" at 1:9'],
    ["{{ # }}", 'unexpected "#" in the action at 1:4'],
    ["{{ .A-}}", 'unexpected "-" in the action at 1:6'],
    ["{{ /* spaced */ }}", 'unexpected "/" in the action at 1:4'],
    ["{{ end }}", "{{ end }} without a block at 1:1"],
    ["{{ if .A }}{{ end .A }}", "{{ end }} takes nothing at 1:12"],
    ["{{ if .A }}{{ else }}{{ else }}{{ end }}", "a second {{ else }} at 1:22"],
    // prettier-ignore
    ["{{ if .A }}{{ else }}{{ else if .B }}{{ end }}", "{{ else if }} after {{ else }} at 1:22"],
    // prettier-ignore
    ["{{ range .A }}{{ else if .B }}{{ end }}", "{{ else if }} in {{ range }} at 1:15"],
    // prettier-ignore
    ["{{ if .A }}{{ else .B }}{{ end }}", "{{ else }} takes if, with or nothing at 1:12"],
    // prettier-ignore
    ["{{ range .A }}{{ else }}{{ break }}{{ end }}", "{{ break }} outside of {{ range }} at 1:25"],
    ["{{ template .A }}", "{{ template }} without a name in quotes at 1:1"],
    // prettier-ignore
    ['{{ define "a" . }}{{ end }}', "{{ define }} takes a name and nothing else at 1:1"],
    ["{{ .A | if }}", "unexpected {{ if }} at 1:9"],
    [
      "{{ if .A }}{{ $x := 1 }}{{ end }}{{ $x }}",
      "undefined variable $x at 1:37",
    ],
  ])("rejects %j", (text, problem) => {
    expect(parse(text).problems).toEqual([problem]);
  });

  it("names what is defined and what is used", () => {
    expect(
      parse(
        '{{ define "a" }}{{ template "b" . }}{{ end }}{{ block `c` . }}{{ end }}',
      ),
    ).toEqual({ defines: ["a", "c"], uses: ["b", "c"], problems: [] });
  });

  it("takes any text without braces", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!text.includes("{{"));
        expect(parse(text).problems).toEqual([]);
      }),
    );
  });

  it("ends on whatever it gets, with tokens where the text has them", () => {
    const pieces = fc.constantFrom(
      ..."{{ |}}|{{-| -}}|if|end|define|.A|$x|:=|=|(|)|,|\"|`|'|/*|*/|1|-|\n| ".split(
        "|",
      ),
      "|",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const text = parts.join("");
        for (const { tokens } of tokenizeTemplate(text).actions)
          for (const token of tokens)
            expect(text.startsWith(token.text, token.at)).toBe(true);
        expect(Array.isArray(parse(text).problems)).toBe(true);
      }),
    );
  });
});
