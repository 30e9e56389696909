import { onServer } from "../../src/grafana-provider/canonical-form";
import type { ObjectValue } from "../../src/grafana-provider/cty";

test.each<[string, string, ObjectValue, ObjectValue]>([
  [
    "waits, at any depth of a policy",
    "grafana_notification_policy",
    {
      group_wait: "60s",
      policy: [
        { group_interval: "120s", policy: [{ repeat_interval: "24h" }] },
      ],
    },
    {
      group_wait: "1m",
      policy: [{ group_interval: "2m", policy: [{ repeat_interval: "1d" }] }],
    },
  ],
  [
    "one pair of quotes around a matcher's value",
    "grafana_notification_policy",
    { policy: [{ matcher: [{ label: "a", match: "=", value: '"ops"' }] }] },
    { policy: [{ matcher: [{ label: "a", match: "=", value: "ops" }] }] },
  ],
  [
    "a rule's durations",
    "grafana_rule_group",
    {
      rule: [
        {
          for: "90s",
          notification_settings: [{ group_wait: "60s" }],
          data: [],
        },
      ],
    },
    {
      rule: [
        {
          for: "1m30s",
          notification_settings: [{ group_wait: "1m" }],
          data: [],
        },
      ],
    },
  ],
  [
    "a query type that the block does not name",
    "grafana_rule_group",
    { rule: [{ data: [{ model: '{"queryType":"range","intervalMs":0}' }] }] },
    { rule: [{ data: [{ model: "{}" }] }] },
  ],
  [
    "the order of a playlist's items",
    "grafana_playlist",
    {
      item: [
        { order: 20, value: "b" },
        { order: 10, value: "a" },
      ],
    },
    {
      item: [
        { order: 1, value: "a" },
        { order: 2, value: "b" },
      ],
    },
  ],
  [
    "an annotation's time zone and fractions",
    "grafana_annotation",
    { time: "2026-01-01T01:00:00.5+01:00", time_end: null },
    { time: "2026-01-01T00:00:00Z", time_end: null },
  ],
  [
    "a template without a definition",
    "grafana_message_template",
    { name: "t", template: '{{- define "t" }}x{{ end }}' },
    {
      name: "t",
      template: '{{ define "t" }}\n  {{- define "t" }}x{{ end }}\n{{ end }}',
    },
  ],
  [
    "a second permission for one role",
    "grafana_folder_permission",
    {
      permissions: [
        { role: "Viewer", permission: "View" },
        { role: "Viewer", permission: "Edit" },
      ],
    },
    { permissions: [{ role: "Viewer", permission: "Edit" }] },
  ],
  [
    "a description of null in a library panel",
    "grafana_library_panel",
    { model_json: '{"description":null,"title":"A"}' },
    { model_json: '{"title":"A"}' },
  ],
])("rewrites %s", (_name, type, sent, answered) => {
  expect(onServer(type, sent)).toMatchObject(answered);
  expect(onServer(type, answered)).toMatchObject(answered);
});

test.each<[string, string, ObjectValue]>([
  [
    "a template with a definition",
    "grafana_message_template",
    { template: '{{ define "t" }}x{{ end }}' },
  ],
  ["a dashboard", "grafana_dashboard", { config_json: '{ "b": 1, "a": 2 }' }],
  [
    "a query type that the block names too",
    "grafana_rule_group",
    {
      rule: [
        { data: [{ query_type: "range", model: '{"queryType":"range"}' }] },
      ],
    },
  ],
])("leaves %s as it is", (_name, type, object) => {
  expect(onServer(type, object)).toMatchObject(object);
});
