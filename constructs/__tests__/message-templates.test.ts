import { MessageTemplate as GrafanaMessageTemplate } from "@cdktf/provider-grafana/lib/message-template";
import { MessageTemplates } from "../src/message-templates";
import type { MessageTemplate } from "monitoring-as-code";
import { synthesizedGrafana, testStack } from "./test-stack";

const title: MessageTemplate = {
  name: "shop",
  template: '{{ define "shop.title" }}{{ .Status | toUpper }} ${x}{{ end }}',
};

const slackTemplate: MessageTemplate = {
  name: "slack",
  template: `{{ define "slack.title" }}{{ .Status }}{{ end }}
{{ define "slack.text" }}{{ range .Alerts }}{{ .Labels.alertname }}{{ end }}{{ end }}`,
};

const emailTemplate: MessageTemplate = {
  name: "email",
  template:
    '{{ define "email.subject" }}{{ template "slack.title" . }}{{ end }}',
};

function define(...templates: readonly MessageTemplate[]): MessageTemplates {
  return new MessageTemplates(testStack(), "templates", { templates });
}

function synthesize(...templates: readonly MessageTemplate[]): string {
  return synthesizedGrafana((stack) => {
    new MessageTemplates(stack, "templates", { templates });
  });
}

describe("MessageTemplates", () => {
  it("defines a template with its text, which cannot be edited", () => {
    expect(synthesize(title)).toHaveResourceWithProperties(
      GrafanaMessageTemplate,
      {
        name: "shop",
        template:
          '{{ define "shop.title" }}{{ .Status | toUpper }} $${x}{{ end }}',
        disable_provenance: false,
      },
    );
  });

  it("says what its templates define, in order", () => {
    expect(define(slackTemplate, emailTemplate).defined).toEqual([
      "email.subject",
      "slack.text",
      "slack.title",
    ]);
  });

  it("does not depend on the order of templates", () => {
    expect(synthesize(slackTemplate, emailTemplate)).toBe(
      synthesize(emailTemplate, slackTemplate),
    );
  });

  it("gives the text that inserts a template", () => {
    expect(define(title).ref("shop.title")).toBe(
      '{{ template "shop.title" . }}',
    );
  });

  it("rejects to insert a template that nothing defines", () => {
    expect(() => define(title).ref("shop")).toThrow(
      new Error(
        'test/templates: no template defines "shop", only shop.title; add {{ define "shop" }}',
      ),
    );
  });

  it("gives the resources that define names, each once", () => {
    const templates = define(slackTemplate, emailTemplate);
    expect(
      templates.resourcesOf(["slack.title", "slack.text", "default.title"]),
    ).toEqual([templates.resources[1]]);
  });

  const start =
    "'template' must start with {{ define, without a trim marker, got";
  test.each([
    // prettier-ignore
    ["text without define", "x", `${start} "x"`],
    // prettier-ignore
    ["a trim marker before define, because Grafana wraps it", '{{- define "a" }}{{ end }}', `${start} "{{- define \\"a\\" }}{{ "`],
    // prettier-ignore
    ["text before the first define", 'x {{ define "a" }}{{ end }}', `${start} "x {{ define \\"a\\" }}{{"`],
  ])("rejects %s", (_, template, problem) => {
    expect(() => define({ name: "a", template })).toThrow(
      new Error(`test/templates: template "a": ${problem}`),
    );
  });

  test.each([
    // prettier-ignore
    ["a block that is not closed", '{{ define "a" }}{{ if .X }}', ["{{ define }} without {{ end }} at 1:1", "{{ if }} without {{ end }} at 1:17"]],
    // prettier-ignore
    ["an end too many", '{{ define "a" }}{{ end }}\n{{ end }}', ["{{ end }} without a block at 2:1"]],
    // prettier-ignore
    ["a define without name", '{{ define a }}{{ end }}', ["{{ define }} without a name in quotes at 1:1"]],
    // prettier-ignore
    ["a define inside of another", '{{ define "a" }}{{ define "b" }}{{ end }}{{ end }}', ["{{ define }} inside of another block at 1:17"]],
    // prettier-ignore
    ["an action that is not closed", '{{ define "a" }}{{ .X }{{ end }}', ['unexpected "}" in the action at 1:23']],
    // prettier-ignore
    ["a quote that is not closed", '{{ define "a" }}{{ "x }}\n{{ end }}', ['unexpected "\\"" in the action at 1:20']],
    // prettier-ignore
    ["a parenthesis that is not closed", '{{ define "a" }}{{ (len .X }}{{ end }}', ['unclosed "(" at 1:17']],
    // prettier-ignore
    ["an unknown function", '{{ define "a" }}{{ .X | shout }}{{ end }}', ['function "shout" is not defined at 1:25']],
    // prettier-ignore
    ["an unknown variable", '{{ define "a" }}{{ $x }}{{ end }}', ["undefined variable $x at 1:20"]],
    // prettier-ignore
    ["a variable from outside of the define", '{{ define "b" }}{{ $x := 1 }}{{ end }}{{ define "a" }}{{ $x }}{{ end }}', ["undefined variable $x at 1:58"]],
    // prettier-ignore
    ["an else without if", '{{ define "a" }}{{ else }}{{ end }}', ["{{ else }} without {{ if }}, {{ range }} or {{ with }} at 1:17"]],
    // prettier-ignore
    ["an empty action", '{{ define "a" }}{{ }}{{ end }}', ["missing value for command at 1:17"]],
    // prettier-ignore
    ["an if without condition", '{{ define "a" }}{{ if }}{{ end }}{{ end }}', ["missing value for if at 1:17"]],
    // prettier-ignore
    ["a comment that is not closed", '{{ define "a" }}{{/* x }}{{ end }}', ["unclosed comment at 1:17"]],
    // prettier-ignore
    ["a break outside of a range", '{{ define "a" }}{{ break }}{{ end }}', ["{{ break }} outside of {{ range }} at 1:17"]],
  ])("rejects %s", (_, template, problems) => {
    const messages = problems.map(
      (problem) => `template "a": 'template' must be a Go template: ${problem}`,
    );
    expect(() => define({ name: "a", template })).toThrow(
      new Error(
        messages.length === 1
          ? `test/templates: ${messages[0]}`
          : ["test/templates:", ...messages].join("\n  "),
      ),
    );
  });

  test.each<[string, readonly MessageTemplate[], string]>([
    // prettier-ignore
    ["two templates of one name", [title, { ...title, template: '{{ define "x" }}{{ end }}' }], 'template "shop": the name must be used once, got it 2 times; rename all but one'],
    // prettier-ignore
    ["one name defined twice", [title, { ...title, name: "b" }], 'template definition "shop.title": the name must be used once, got it 2 times; rename all but one'],
    // prettier-ignore
    ["an empty name", [{ ...title, name: "" }], `template "": 'name' must not be empty, got ""`],
    // prettier-ignore
    ["a template that nobody defines", [{ name: "a", template: '{{ define "a" }}{{ template "b" . }}{{ end }}' }], 'template "a": {{ template "b" }} must name a template that is defined (a)'],
  ])("rejects %s", (_, templates, problem) => {
    expect(() => define(...templates)).toThrow(
      new Error(`test/templates: ${problem}`),
    );
  });

  it("takes templates of other resources and those that Grafana has", () => {
    const uses = {
      name: "a",
      template:
        '{{ define "a" }}{{ template "shop.title" . }}{{ template "__text_alert_list" . }}{{ template "jira.default.summary" . }}{{ end }}',
    };
    expect(define(title, uses).defined).toEqual(["a", "shop.title"]);
  });
});
