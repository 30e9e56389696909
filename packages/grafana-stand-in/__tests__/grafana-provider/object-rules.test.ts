import type { ObjectValue } from "../../src/grafana-provider/cty";
import { objectProblems } from "../../src/grafana-provider/object-rules";

const matcher = (match: string, value: string): ObjectValue => ({
  policy: [{ matcher: [{ label: "a", match, value }] }],
});
const policy = (rest: ObjectValue): ObjectValue => ({
  contact_point: "A",
  ...rest,
});

const rule = (rest: ObjectValue): ObjectValue => ({
  name: "R",
  uid: "r",
  condition: "A",
  data: [{ ref_id: "A" }],
  ...rest,
});
const group = (...rules: ObjectValue[]): ObjectValue => ({
  name: "G",
  interval_seconds: 60,
  rule: rules,
});
const recording = (rest: ObjectValue): ObjectValue => ({
  name: "R",
  data: [{ ref_id: "A" }],
  record: [{ metric: "job:up:sum", from: "A" }],
  ...rest,
});

test.each<[string, string, ObjectValue]>([
  ["a policy", "grafana_notification_policy", policy(matcher("=~", "a|b.*"))],
  [
    "group_wait of zero",
    "grafana_notification_policy",
    policy({ group_wait: "0s" }),
  ],
  [
    "an alert rule",
    "grafana_rule_group",
    group(rule({ for: "1w", labels: { a: "b" } })),
  ],
  ["a recording rule", "grafana_rule_group", group(recording({}))],
  [
    "a contact point",
    "grafana_contact_point",
    { email: [{ addresses: ["a@b.c"] }] },
  ],
  [
    "Slack by token",
    "grafana_contact_point",
    { slack: [{ token: "t", recipient: "#a" }] },
  ],
  ["a folder", "grafana_folder", { uid: "a", title: "A" }],
])("accepts %s", (_name, type, object) => {
  expect(objectProblems(type, object)).toEqual([]);
});

test.each<[string, ObjectValue, string]>([
  [
    "grafana_notification_policy",
    { contact_point: "" },
    "contact_point: must not be empty",
  ],
  [
    "grafana_notification_policy",
    policy({ group_by: ["...", "a"] }),
    'group_by: "..." must stand alone',
  ],
  [
    "grafana_notification_policy",
    policy({ group_by: ["a", "a"] }),
    "group_by: a, a names a label twice",
  ],
  [
    "grafana_notification_policy",
    policy({ group_interval: "0s" }),
    "group_interval: must not be zero",
  ],
  [
    "grafana_notification_policy",
    policy({ policy: [{ repeat_interval: "soon" }] }),
    'policy[0].repeat_interval: not a valid duration string: "soon"',
  ],
  [
    "grafana_rule_group",
    { ...group(rule({})), interval_seconds: 15 },
    "interval_seconds: 15 must be positive and a multiple of 10",
  ],
  [
    "grafana_rule_group",
    { ...group(rule({})), name: "é".repeat(96) },
    "name: 192 bytes, the most is 190",
  ],
  [
    "grafana_rule_group",
    group(rule({}), rule({})),
    "rule UID r is defined more than once",
  ],
  [
    "grafana_rule_group",
    group(rule({ uid: "a b" })),
    'rule[0].uid: "a b" has characters outside [a-zA-Z0-9_-]',
  ],
  [
    "grafana_rule_group",
    group(rule({ uid: "u".repeat(41) })),
    "rule[0].uid: 41 characters, the most is 40",
  ],
  [
    "grafana_rule_group",
    group(rule({ condition: "Z" })),
    'rule[0].condition: "Z" is not the ref_id of a query',
  ],
  [
    "grafana_rule_group",
    group(rule({ data: [{ ref_id: "A" }, { ref_id: "A" }] })),
    "rule[0].data: ref_id A is defined twice",
  ],
  [
    "grafana_rule_group",
    group(rule({ for: "1y" })),
    'rule[0].for: "1y" is not a valid duration',
  ],
  [
    "grafana_rule_group",
    group(rule({ missing_series_evals_to_resolve: 0 })),
    "rule[0].missing_series_evals_to_resolve: must be at least 1",
  ],
  [
    "grafana_rule_group",
    group(rule({ labels: { grafana_folder: "x" } })),
    "rule[0].labels.grafana_folder: this label is reserved",
  ],
  [
    "grafana_rule_group",
    group(rule({ annotations: { __panelId__: "1" } })),
    "rule[0].annotations: __dashboardUid__ and __panelId__ must be given together",
  ],
  [
    "grafana_rule_group",
    group(recording({ no_data_state: "OK" })),
    'rule[0].no_data_state: conflicting fields "record" and "no_data_state"',
  ],
  [
    "grafana_rule_group",
    group(recording({ record: [{ metric: "job-up", from: "A" }] })),
    'rule[0].record.metric: "job-up" is no metric name',
  ],
  [
    "grafana_rule_group",
    group(recording({ record: [{ metric: "up", from: "B" }] })),
    'rule[0].record.from: "B" is not the ref_id of a query',
  ],
  [
    "grafana_contact_point",
    { name: "A" },
    "at least one receiver block is needed",
  ],
  [
    "grafana_contact_point",
    { email: [{ addresses: [" "] }] },
    "email: addresses must not be empty",
  ],
  [
    "grafana_contact_point",
    { slack: [{ title: "A" }] },
    "slack: either url or token must be given, not both",
  ],
  [
    "grafana_contact_point",
    { slack: [{ token: "t" }] },
    "slack: recipient is required with token",
  ],
  [
    "grafana_contact_point",
    { slack: [{ url: "no url" }] },
    "slack: url must be a URL",
  ],
  [
    "grafana_contact_point",
    { sns: [{ topic: "alerts" }] },
    "sns: topic must be an ARN",
  ],
  [
    "grafana_contact_point",
    { webhook: [{ authorization_credentials: "a", basic_auth_user: "b" }] },
    "webhook: authorization and basic auth exclude each other",
  ],
  [
    "grafana_contact_point",
    { jira: [{ project: "P" }] },
    "jira: exactly one of api_token or user and password must be given",
  ],
  [
    "grafana_contact_point",
    { kafka: [{ api_version: "v3" }] },
    "kafka: cluster_id is required for api_version v3",
  ],
  [
    "grafana_contact_point",
    { threema: [{ gateway_id: "abc" }] },
    "threema: gateway_id must be * and 7 characters",
  ],
  [
    "grafana_contact_point",
    { wecom: [{}] },
    "wecom: either url or secret, corp_id and agent_id must be given",
  ],
  [
    "grafana_folder",
    { uid: "general", title: "A" },
    "uid: general is reserved",
  ],
  [
    "grafana_folder",
    { uid: "a", title: "Dashboards" },
    "title: Dashboards is reserved",
  ],
  [
    "grafana_dashboard",
    { config_json: '{"uid":"a"}' },
    "config_json.title: must not be empty",
  ],
  [
    "grafana_message_template",
    { template: " " },
    "template: must not be empty",
  ],
])("rejects a %s like %j", (type, object, problem) => {
  expect(objectProblems(type, object)).toEqual([problem]);
});

test("rejects a regular expression that RE2 does not know", () => {
  expect(
    objectProblems(
      "grafana_notification_policy",
      policy(matcher("=~", "(?!b).*")),
    ),
  ).toEqual([expect.stringContaining("policy[0].matcher a=~(?!b).*")]);
});
