import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Value } from "../../src/grafana-provider/cty";
import { decode, encode } from "../../src/grafana-provider/msgpack";
import { GrafanaProvider } from "../../src/grafana-provider/provider";
import type { SchemaFile } from "../../src/grafana-provider/schema";

const { provider_schemas } = JSON.parse(
  readFileSync(
    join(__dirname, "../../../provider-grafana/schema.json"),
    "utf8",
  ),
) as SchemaFile;
const schema = Object.values(provider_schemas)[0]!;
const nothing = encode(null);
const bytes = new Uint8Array();

let provider: GrafanaProvider;

beforeEach(() => {
  provider = new GrafanaProvider(schema);
});

/** Plans and applies, as core does. */
function apply(type_name: string, prior: Value, proposed: Value) {
  const prior_state = encode(prior);
  const { planned_state } = provider.PlanResourceChange({
    type_name,
    prior_state,
    proposed_new_state: encode(proposed),
    config: encode(proposed),
    prior_private: bytes,
  });
  const { new_state, diagnostics } = provider.ApplyResourceChange({
    type_name,
    prior_state,
    planned_state,
    planned_private: bytes,
  });
  return {
    state: decode(new_state),
    problems: diagnostics.map(({ detail }) => detail),
  };
}

function folder(title: string, parent: Value = null): Value {
  return {
    id: null,
    org_id: null,
    parent_folder_uid: parent,
    prevent_destroy_if_not_empty: null,
    title,
    uid: title,
    url: null,
  };
}

test("a folder is created, read, changed, imported and destroyed", () => {
  const { state } = apply("grafana_folder", null, folder("team"));
  expect(state).toMatchObject({ id: "1:team", uid: "team" });
  const read = provider.ReadResource({
    type_name: "grafana_folder",
    current_state: encode(state),
    private: bytes,
  });
  expect(decode(read.new_state)).toEqual(state);
  const changed = apply("grafana_folder", state, {
    ...(state as object),
    title: "Team",
  });
  expect(changed.state).toMatchObject({ title: "Team" });
  const imported = provider.ImportResourceState({
    type_name: "grafana_folder",
    id: "team",
  });
  expect(decode(imported.imported_resources[0]!.state)).toEqual(changed.state);
  expect(apply("grafana_folder", changed.state, null)).toEqual({
    state: null,
    problems: [],
  });
});

test("a refused create leaves null, a refused update the prior state", () => {
  expect(apply("grafana_folder", null, folder("a", "nowhere"))).toEqual({
    state: null,
    problems: [expect.stringContaining('parent_folder_uid = "nowhere"')],
  });
  const { state } = apply("grafana_folder", null, folder("a"));
  const refused = apply("grafana_folder", state, {
    ...(state as object),
    parent_folder_uid: "nowhere",
  });
  expect(refused.state).toEqual(state);
});

test("state of the present shape goes back byte for byte", () => {
  const { state } = apply("grafana_folder", null, folder("a"));
  const json = Buffer.from(JSON.stringify(state, null, 3));
  const { upgraded_state } = provider.UpgradeResourceState({
    type_name: "grafana_folder",
    raw_state: { json },
  });
  expect(upgraded_state.json).toBe(json);
});

test("state of an older shape is fitted to the schema", () => {
  const json = Buffer.from('{"id":"1:a","title":"a","gone":true}');
  const { upgraded_state } = provider.UpgradeResourceState({
    type_name: "grafana_folder",
    raw_state: { json },
  });
  expect(decode(upgraded_state)).toMatchObject({
    id: "1:a",
    title: "a",
    uid: null,
  });
  expect(decode(upgraded_state)).not.toHaveProperty("gone");
});

test("import of what is not there is refused", () => {
  const { diagnostics } = provider.ImportResourceState({
    type_name: "grafana_folder",
    id: "x",
  });
  expect(diagnostics[0]?.summary).toBe("[IMPORT grafana_folder] 404 Not Found");
});

test("only resources of the older SDK are forgiven a state that differs from the plan", () => {
  const legacy = (type_name: string): boolean =>
    provider.PlanResourceChange({
      type_name,
      prior_state: nothing,
      proposed_new_state: nothing,
      config: nothing,
      prior_private: bytes,
    }).legacy_type_system;
  expect(legacy("grafana_folder")).toBe(true);
  expect(legacy("grafana_message_template")).toBe(false);
});

test("a provider without url or auth is refused", () => {
  const config = encode({ url: null, auth: "" });
  expect(
    provider.Configure({ config }).diagnostics.map(({ detail }) => detail),
  ).toEqual(["url must be set", "auth must be set"]);
});

test("a type that the schema does not have is an error that names it", () => {
  expect(() =>
    provider.ValidateResourceTypeConfig({
      type_name: "grafana_moon",
      config: nothing,
    }),
  ).toThrow("resource grafana_moon: not in the provider's schema");
});
