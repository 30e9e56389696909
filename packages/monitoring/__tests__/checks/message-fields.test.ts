import type { MessageTemplate } from "../../src/model/message-template";
import { secret } from "../../src/model/secret";
import { findingsOf, type Example } from "./example";

function message(
  title: string,
  templates: readonly MessageTemplate[] = [],
): Example {
  const receiver = {
    name: "team",
    integrations: [
      { kind: "slack", url: secret("shop_slack_url", "Slack"), title },
    ],
  } as const;
  return {
    notifications: {
      receivers: [receiver],
      route: { matchers: [], receiver, groupBy: ["alertname", "team"] },
      templates,
    },
  };
}

const unknownFields = (example: Example): readonly string[] =>
  findingsOf(example)
    .filter(({ id }) => id === "templates/unknown-field")
    .map(({ path, message: text }) => `${path}: ${text.split(",")[0] ?? ""}`);

const template = (text: string): readonly MessageTemplate[] => [
  { name: "shop", template: text },
];

describe("the fields of a message", () => {
  test.each([
    ["of the notification", "{{ .Status }} {{ .CommonLabels.severity }}"],
    ["of each alert", "{{ range .Alerts }}{{ .Annotations.summary }}{{ end }}"],
    [
      "of firing alerts, named",
      "{{ range $i, $alert := .Alerts.Firing }}{{ .Labels.team }}{{ end }}",
    ],
    [
      "of the notification, from within",
      "{{ range .Alerts }}{{ $.Status }}{{ end }}",
    ],
    ["behind an index", "{{ (index .Alerts 0).Annotations.summary }}"],
    [
      "under a condition",
      '{{ if eq .Status "firing" }}{{ .GroupKey }}{{ end }}',
    ],
    ["of something else", "{{ with .CommonLabels }}{{ .team }}{{ end }}"],
  ])("may be those %s", (_, title) => {
    expect(unknownFields(message(title))).toEqual([]);
  });

  test.each([
    [
      "of an alert outside of range",
      "{{ .Labels.team }}",
      ".Labels is read of the notification",
    ],
    [
      "of the notification inside of range",
      "{{ range .Alerts }}{{ .CommonLabels.team }}{{ end }}",
      ".CommonLabels is read of one alert",
    ],
    [
      "of the notification, in an alert's place",
      "{{ range .Alerts }}{{ $.Annotations }}{{ end }}",
      ".Annotations is read of the notification",
    ],
    ["nobody has", "{{ .Colour }}", ".Colour is read of the notification"],
  ])("rejects one %s", (_, title, expected) => {
    expect(unknownFields(message(title))).toEqual([
      `receiver "shop-team" > slack > title: ${expected}`,
    ]);
  });

  test("are followed into templates, with what these are given", () => {
    const templates = template(
      '{{ define "shop.one" }}{{ .Annotations.summary }}{{ end }}',
    );
    expect(
      unknownFields(
        message(
          '{{ range .Alerts }}{{ template "shop.one" . }}{{ end }}',
          templates,
        ),
      ),
    ).toEqual([]);
    expect(
      unknownFields(message('{{ template "shop.one" . }}', templates)),
    ).toEqual(['template "shop": .Annotations is read of the notification']);
  });

  test("come to an end where a template calls itself", () => {
    const templates = template(
      '{{ define "shop.all" }}{{ range .Alerts }}{{ template "shop.all" . }}{{ end }}{{ end }}',
    );
    expect(
      unknownFields(message('{{ template "shop.all" . }}', templates)),
    ).toEqual([]);
  });
});
