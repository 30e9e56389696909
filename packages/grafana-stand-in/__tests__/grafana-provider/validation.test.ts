import { mapAttributes } from "../../src/grafana-provider/attributes";
import { UNKNOWN, type ObjectValue } from "../../src/grafana-provider/cty";
import { attributePath } from "../../src/grafana-provider/diagnostic";
import type { Block } from "../../src/grafana-provider/schema";
import {
  organisationProblem,
  validate,
} from "../../src/grafana-provider/validation";

const text = { type: "string", optional: true };
const block: Block = {
  attributes: {
    uid: text,
    config_json: text,
    json_data_encoded: text,
    version: { type: "number", computed: true },
    org_id: { ...text, computed: true },
  },
  block_types: {
    policy: {
      nesting_mode: "list",
      block: {
        block_types: {
          matcher: {
            nesting_mode: "set",
            block: { attributes: { match: text } },
          },
        },
      },
    },
    permissions: {
      nesting_mode: "set",
      block: {
        attributes: {
          role: text,
          team_id: text,
          user_id: text,
          permission: text,
        },
      },
    },
  },
};

function found(type: string, config: ObjectValue): string[] {
  return validate(type, block, config).map(
    ({ summary, detail }) => `${summary}: ${detail}`,
  );
}

test.each<[string, ObjectValue]>([
  ["grafana_folder", { uid: "my_folder-1", org_id: "1" }],
  ["grafana_folder", { uid: UNKNOWN, config_json: UNKNOWN }],
  ["grafana_dashboard", { config_json: '{"title":"A"}' }],
  ["grafana_notification_policy", { policy: [{ matcher: [{ match: "=~" }] }] }],
  ["grafana_notification_policy", { policy: UNKNOWN }],
  [
    "grafana_folder_permission",
    { permissions: [{ role: "Editor", permission: "View" }] },
  ],
])("accepts a %s that is right or not known yet (%#)", (type, config) => {
  expect(found(type, config)).toEqual([]);
});

test.each<[string, ObjectValue, string]>([
  [
    "grafana_dashboard",
    { version: 3 },
    "Value for unconfigurable attribute: version: the provider decides this value, it cannot be configured",
  ],
  [
    "grafana_dashboard",
    { config_json: "{" },
    "Invalid JSON: config_json: the text is not a JSON object",
  ],
  [
    "grafana_dashboard",
    { config_json: "[1]" },
    "Invalid JSON: config_json: the text is not a JSON object",
  ],
  [
    "grafana_data_source",
    { json_data_encoded: '{"httpHeaderName1":"A"}' },
    "HTTP headers inside json_data_encoded: json_data_encoded: httpHeaderName1: use http_headers instead",
  ],
  [
    "grafana_folder",
    { uid: "a b" },
    'Invalid uid: uid: "a b" has characters outside [a-zA-Z0-9_-]',
  ],
  [
    "grafana_notification_policy",
    { policy: [{}, { matcher: [{ match: "==" }] }] },
    'Invalid value for match: policy[1].matcher[0].match: expected one of =, !=, =~, !~, got "=="',
  ],
  [
    "grafana_folder_permission",
    { permissions: [{ role: "Editor", permission: "Own" }] },
    'Invalid value for permission: permissions[0].permission: expected one of View, Edit, Admin, got "Own"',
  ],
  [
    "grafana_folder_permission",
    { permissions: [{ role: "Editor", team_id: "1", permission: "View" }] },
    "Invalid permission: permissions: exactly one of role, team_id, user_id is needed, got role, team_id",
  ],
])("rejects a %s like %j", (type, config, problem) => {
  expect(found(type, config)).toEqual([problem]);
});

test("a path ends before the first set, whose elements have no address", () => {
  const [diagnostic] = validate("grafana_notification_policy", block, {
    policy: [{ matcher: [{ match: "==" }] }],
  });
  expect(diagnostic?.attribute).toEqual({
    steps: [
      { attribute_name: "policy" },
      { element_key_int: 0 },
      { attribute_name: "matcher" },
    ],
  });
  expect(attributePath([{ name: "a" }, { key: "b" }]).steps).toEqual([
    { attribute_name: "a" },
    { element_key_string: "b" },
  ]);
});

test("an organisation needs basic authentication", () => {
  expect(organisationProblem({ org_id: "2" }, "glsa_token")).toHaveLength(1);
  expect(organisationProblem({ org_id: "2" }, "admin:password")).toEqual([]);
  expect(organisationProblem({ org_id: null }, "glsa_token")).toEqual([]);
});

test("every key of the schema is in a mapped object: missing attributes as null, missing blocks as []", () => {
  expect(mapAttributes(block, { uid: "a" }, (value) => value)).toEqual({
    uid: "a",
    config_json: null,
    json_data_encoded: null,
    version: null,
    org_id: null,
    policy: [],
    permissions: [],
  });
});
