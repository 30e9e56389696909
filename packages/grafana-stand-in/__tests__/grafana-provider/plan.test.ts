import { readFileSync } from "node:fs";
import { join } from "node:path";
import { mapAttributes } from "../../src/grafana-provider/attributes";
import { withComputedValues } from "../../src/grafana-provider/computed-values";
import {
  hasUnknown,
  UNKNOWN,
  type ObjectValue,
} from "../../src/grafana-provider/cty";
import { planChange } from "../../src/grafana-provider/plan";
import type { Block, SchemaFile } from "../../src/grafana-provider/schema";

const { provider_schemas } = JSON.parse(
  readFileSync(
    join(__dirname, "../../../provider-grafana/schema.json"),
    "utf8",
  ),
) as SchemaFile;
const resources = Object.values(provider_schemas)[0]!.resource_schemas;

function block(type: string): Block {
  return resources[type]!.block;
}

/** The object with every key that the schema knows. */
function whole(type: string, given: ObjectValue): ObjectValue {
  return mapAttributes(block(type), given, (value) => value);
}

/** The state after a create. */
function created(type: string, given: ObjectValue): ObjectValue {
  const { planned } = planChange(type, block(type), null, whole(type, given));
  return withComputedValues(type, block(type), planned, null);
}

function replan(type: string, prior: ObjectValue, change: ObjectValue) {
  return planChange(type, block(type), prior, { ...prior, ...change });
}

const dashboard = (json: object): ObjectValue => ({
  config_json: JSON.stringify(json),
});

describe("a create", () => {
  test("leaves to the server what the configuration does not say, at every depth", () => {
    const { planned } = planChange(
      "grafana_contact_point",
      block("grafana_contact_point"),
      null,
      whole("grafana_contact_point", {
        name: "On-call",
        email: [{ addresses: ["a@b.c"] }],
      }),
    );
    expect(planned).toMatchObject({
      name: "On-call",
      id: UNKNOWN,
      email: [{ uid: UNKNOWN, addresses: ["a@b.c"], message: null }],
      slack: [],
    });
  });

  test("keeps a whole collection of blocks that is unknown", () => {
    const { planned } = planChange(
      "grafana_contact_point",
      block("grafana_contact_point"),
      null,
      whole("grafana_contact_point", { name: "On-call", email: UNKNOWN }),
    );
    expect(planned["email"]).toBe(UNKNOWN);
  });

  test("ends with everything known, and alike in two runs", () => {
    const given = { title: "Team", uid: "team" };
    const folder = created("grafana_folder", given);
    expect(hasUnknown(folder)).toBe(false);
    expect(folder).toMatchObject({ id: "1:team" });
    expect(created("grafana_folder", given)).toEqual(folder);
  });

  test("takes a dashboard's uid from its JSON, and forgets ids that the server gives", () => {
    const state = created(
      "grafana_dashboard",
      dashboard({
        uid: "up",
        id: 3,
        version: 9,
        title: "Up",
        panels: [{ id: 1, title: "A" }],
      }),
    );
    expect(state).toMatchObject({ uid: "up", id: "1:up", version: 1 });
    expect(JSON.parse(state["config_json"] as string)).toEqual({
      uid: "up",
      title: "Up",
      panels: [{ title: "A" }],
    });
  });
});

describe("an update", () => {
  test("that changes nothing is the prior state itself", () => {
    const prior = created("grafana_folder", { title: "Team", uid: "team" });
    expect(replan("grafana_folder", prior, {})).toEqual({
      planned: prior,
      replacedBy: [],
    });
  });

  test("raises a dashboard's version", () => {
    const prior = created(
      "grafana_dashboard",
      dashboard({ uid: "up", title: "Up" }),
    );
    const { planned } = replan(
      "grafana_dashboard",
      prior,
      dashboard({ uid: "up", title: "Top" }),
    );
    expect(planned["version"]).toBe(UNKNOWN);
    const type = "grafana_dashboard";
    expect(withComputedValues(type, block(type), planned, prior)).toMatchObject(
      { version: 2 },
    );
  });

  test.each<[string, string, ObjectValue, ObjectValue, string[]]>([
    [
      "a folder's uid",
      "grafana_folder",
      { title: "A", uid: "a" },
      { uid: "b" },
      ["uid"],
    ],
    [
      "a folder's title",
      "grafana_folder",
      { title: "A", uid: "a" },
      { title: "B" },
      [],
    ],
    [
      "a folder's parent",
      "grafana_folder",
      { title: "A", uid: "a" },
      { parent_folder_uid: "p" },
      [],
    ],
    [
      "a contact point's name",
      "grafana_contact_point",
      { name: "A" },
      { name: "B" },
      ["name"],
    ],
    [
      "a contact point's provenance",
      "grafana_contact_point",
      { name: "A" },
      { disable_provenance: true },
      ["disable_provenance"],
    ],
    [
      "a policy's provenance",
      "grafana_notification_policy",
      { contact_point: "A", group_by: [] },
      { disable_provenance: true },
      [],
    ],
    [
      "a mute timing's name",
      "grafana_mute_timing",
      { name: "A" },
      { name: "B" },
      ["name"],
    ],
    [
      "a rule group's folder",
      "grafana_rule_group",
      { name: "A", folder_uid: "f", interval_seconds: 60 },
      { folder_uid: "g" },
      ["folder_uid"],
    ],
    [
      "a rule group's interval",
      "grafana_rule_group",
      { name: "A", folder_uid: "f", interval_seconds: 60 },
      { interval_seconds: 10 },
      [],
    ],
    [
      "a data source's name",
      "grafana_data_source",
      { name: "A", type: "loki", uid: "l" },
      { name: "B" },
      [],
    ],
    [
      "the uid in a dashboard's JSON",
      "grafana_dashboard",
      dashboard({ uid: "a" }),
      dashboard({ uid: "b" }),
      ["config_json"],
    ],
    [
      "a dashboard's JSON without a uid",
      "grafana_dashboard",
      dashboard({ title: "A" }),
      dashboard({ title: "B" }),
      [],
    ],
    [
      "a dashboard's empty uid",
      "grafana_dashboard",
      dashboard({ uid: "", title: "A" }),
      dashboard({ uid: "", title: "B" }),
      ["config_json"],
    ],
  ])("of %s replaces what it must", (_name, type, given, change, expected) => {
    expect(replan(type, created(type, given), change).replacedBy).toEqual(
      expected,
    );
  });

  test("of a dashboard's JSON that is unknown so far replaces nothing", () => {
    const prior = created("grafana_dashboard", dashboard({ uid: "a" }));
    expect(
      replan("grafana_dashboard", prior, { config_json: UNKNOWN }).replacedBy,
    ).toEqual([]);
  });
});

describe("a spelling that the provider ignores", () => {
  test("is no change: key order in JSON", () => {
    const prior = created("grafana_data_source", {
      name: "A",
      type: "loki",
      json_data_encoded: '{"a":1,"b":2}',
    });
    const { planned } = replan("grafana_data_source", prior, {
      json_data_encoded: '{ "b": 2, "a": 1 }',
    });
    expect(planned).toBe(prior);
  });

  test.each([
    ["60m", "1h", true],
    ["7d", "1w", true],
    ["0s", null, true],
    ["5m", "6m", false],
  ])("a rule's for of %s against %s: %s", (before, after, same) => {
    const group = (duration: string | null): ObjectValue =>
      whole("grafana_rule_group", {
        name: "A",
        folder_uid: "f",
        interval_seconds: 60,
        rule: [{ name: "R", uid: "r", for: duration }],
      });
    const prior = { ...group(before), id: "1:f:A" };
    const { planned } = planChange(
      "grafana_rule_group",
      block("grafana_rule_group"),
      prior,
      {
        ...group(after),
        id: "1:f:A",
      },
    );
    expect(planned === prior).toBe(same);
  });
});
