import type { ObjectValue } from "../../src/grafana-provider/cty";
import { GrafanaServer } from "../../src/grafana-provider/grafana-server";

let server: GrafanaServer;

beforeEach(() => {
  server = new GrafanaServer();
});

/** Creates the object, and fails the test if the server refuses. */
function given(type: string, object: ObjectValue): ObjectValue {
  const outcome = server.create(type, object);
  if ("refused" in outcome) throw new Error(outcome.refused[0]!.detail);
  return outcome.object!;
}

function refusal(outcome: ReturnType<GrafanaServer["create"]>): string {
  if (!("refused" in outcome)) return "accepted";
  const { summary, detail } = outcome.refused[0]!;
  return `${summary}: ${detail}`;
}

const contactPoint = (name: string): ObjectValue => ({
  id: `1:${name}`,
  name,
  email: [{ addresses: ["a@b.c"] }],
});
const folder = (uid: string, rest: ObjectValue = {}): ObjectValue => ({
  id: `1:${uid}`,
  uid,
  title: uid,
  ...rest,
});
const policy = (rest: ObjectValue): ObjectValue => ({
  id: "1:policy",
  contact_point: "A",
  group_by: ["alertname"],
  ...rest,
});
const group = (name: string, ...uids: string[]): ObjectValue => ({
  id: `1:f:${name}`,
  name,
  folder_uid: "f",
  interval_seconds: 60,
  rule: uids.map((uid) => ({
    name: `Rule ${uid}`,
    uid,
    condition: "A",
    data: [{ ref_id: "A", datasource_uid: "__expr__", model: "{}" }],
  })),
});
const dashboard = (uid: string, rest: ObjectValue = {}): ObjectValue => ({
  id: `1:${uid}`,
  uid,
  config_json: JSON.stringify({ uid, title: uid }),
  ...rest,
});

describe("names", () => {
  test("are taken once", () => {
    given("grafana_contact_point", contactPoint("A"));
    expect(
      refusal(server.create("grafana_contact_point", contactPoint("A"))),
    ).toBe("[CREATE grafana_contact_point] 409 Conflict: 1:A already exists");
  });

  test("of data sources are unique beside their uids", () => {
    given("grafana_data_source", { id: "1:a", uid: "a", name: "Loki" });
    expect(
      refusal(
        server.create("grafana_data_source", {
          id: "1:b",
          uid: "b",
          name: "Loki",
        }),
      ),
    ).toContain("name: Loki already exists");
  });

  test("of dashboards may be taken over with overwrite", () => {
    given("grafana_dashboard", dashboard("a"));
    expect(
      refusal(server.create("grafana_dashboard", dashboard("a"))),
    ).toContain("1:a already exists");
    given("grafana_dashboard", dashboard("a", { overwrite: true }));
  });

  test("of policy trees do not exist: there is one", () => {
    given("grafana_contact_point", contactPoint("A"));
    given("grafana_notification_policy", policy({}));
    expect(
      refusal(server.create("grafana_notification_policy", policy({}))),
    ).toContain("an organisation has one grafana_notification_policy");
  });
});

describe("references", () => {
  test.each<[string, string, ObjectValue, string]>([
    [
      "a policy's contact point",
      "grafana_notification_policy",
      policy({}),
      'contact_point = "A": no grafana_contact_point with this name on the server',
    ],
    [
      "a dashboard's folder",
      "grafana_dashboard",
      dashboard("a", { folder: "x" }),
      'folder = "x": no grafana_folder with this uid on the server',
    ],
    [
      "a folder's parent",
      "grafana_folder",
      folder("a", { parent_folder_uid: "x" }),
      'parent_folder_uid = "x": no grafana_folder',
    ],
    [
      "a rule group's folder",
      "grafana_rule_group",
      group("G", "r"),
      'folder_uid = "f": no grafana_folder',
    ],
    [
      "a dashboard's library panel",
      "grafana_dashboard",
      {
        id: "1:a",
        uid: "a",
        config_json: '{"title":"A","panels":[{"libraryPanel":{"uid":"lib"}}]}',
      },
      "no grafana_library_panel with uid lib",
    ],
  ])("to what is missing are refused: %s", (_name, type, object, problem) => {
    expect(refusal(server.create(type, object))).toContain(problem);
  });

  test("at any depth of a policy are followed", () => {
    given("grafana_contact_point", contactPoint("A"));
    const deep = policy({
      policy: [{ policy: [{ policy: [{ mute_timings: ["Never"] }] }] }],
    });
    expect(
      refusal(server.create("grafana_notification_policy", deep)),
    ).toContain('policy[0].policy[0].policy[0].mute_timings[0] = "Never"');
  });

  test("to a folder may be made by id from a dashboard, but not from a rule group", () => {
    given("grafana_folder", folder("f"));
    given("grafana_dashboard", dashboard("a", { folder: "1:f" }));
    expect(
      refusal(
        server.create("grafana_rule_group", {
          ...group("G", "r"),
          folder_uid: "1:f",
        }),
      ),
    ).toContain('folder_uid = "1:f"');
  });
});

describe("deleting", () => {
  test("a contact point in use is refused, and leaves it", () => {
    const used = given("grafana_contact_point", contactPoint("A"));
    given("grafana_notification_policy", policy({}));
    expect(refusal(server.delete("grafana_contact_point", used))).toBe(
      "[DELETE grafana_contact_point] 409 Conflict: 1:A is still used by grafana_notification_policy 1:policy (contact_point)",
    );
    expect(server.read("grafana_contact_point", "1:A")).toEqual(used);
  });

  test("a mute timing takes it out of mute_timings", () => {
    given("grafana_contact_point", contactPoint("A"));
    const timing = given("grafana_mute_timing", {
      id: "1:T",
      name: "T",
      intervals: [],
    });
    given(
      "grafana_notification_policy",
      policy({
        policy: [{ mute_timings: ["T"], policy: [{ mute_timings: ["T"] }] }],
      }),
    );
    expect(refusal(server.delete("grafana_mute_timing", timing))).toBe(
      "accepted",
    );
    expect(
      server.read("grafana_notification_policy", "1:policy"),
    ).toMatchObject({
      policy: [{ mute_timings: [], policy: [{ mute_timings: [] }] }],
    });
  });

  test("a folder takes along what lives in it, nested folders too", () => {
    const parent = given("grafana_folder", folder("p"));
    given("grafana_folder", folder("f", { parent_folder_uid: "p" }));
    const inner = given("grafana_dashboard", dashboard("a", { folder: "f" }));
    given("grafana_rule_group", group("G", "r"));
    expect(refusal(server.delete("grafana_folder", parent))).toBe("accepted");
    expect(server.read("grafana_dashboard", "1:a")).toBeNull();
    expect(server.read("grafana_rule_group", "1:f:G")).toBeNull();
    expect(refusal(server.update("grafana_dashboard", inner, inner))).toContain(
      "404",
    );
    expect(refusal(server.delete("grafana_dashboard", inner))).toBe("accepted");
  });

  test("a folder that is protected while it is not empty is refused", () => {
    const kept = given(
      "grafana_folder",
      folder("f", { prevent_destroy_if_not_empty: true }),
    );
    given("grafana_dashboard", dashboard("a", { folder: "f" }));
    expect(refusal(server.delete("grafana_folder", kept))).toContain(
      "is not empty",
    );
  });

  test("a library panel that a dashboard shows is refused", () => {
    const panel = given("grafana_library_panel", {
      id: "1:lib",
      uid: "lib",
      model_json: "{}",
    });
    given("grafana_dashboard", {
      id: "1:a",
      uid: "a",
      config_json: '{"title":"A","panels":[{"libraryPanel":{"uid":"lib"}}]}',
    });
    expect(refusal(server.delete("grafana_library_panel", panel))).toContain(
      "is shown by 1:a",
    );
  });
});

describe("rules", () => {
  beforeEach(() => given("grafana_folder", folder("f")));

  test("move to the group that names their uid last, and an empty group vanishes", () => {
    given("grafana_rule_group", group("First", "r", "s"));
    given("grafana_rule_group", group("Second", "r"));
    expect(server.read("grafana_rule_group", "1:f:First")).toMatchObject({
      rule: [{ uid: "s" }],
    });
    given("grafana_rule_group", group("Third", "s"));
    expect(server.read("grafana_rule_group", "1:f:First")).toBeNull();
  });

  test("cannot trade places while their uids stay", () => {
    const prior = given("grafana_rule_group", group("G", "a", "b"));
    const [first, second] = prior["rule"] as [ObjectValue, ObjectValue];
    const swapped = [
      { ...second, uid: first["uid"]! },
      { ...first, uid: second["uid"]! },
    ];
    expect(
      refusal(
        server.update("grafana_rule_group", prior, { ...prior, rule: swapped }),
      ),
    ).toContain("defined more than once");
    expect(
      refusal(
        server.update("grafana_rule_group", prior, {
          ...prior,
          rule: [second, first],
        }),
      ),
    ).toBe("accepted");
  });
});

test("one data source is the default: the last that asks", () => {
  given("grafana_data_source", {
    id: "1:a",
    uid: "a",
    name: "A",
    is_default: true,
  });
  given("grafana_data_source", {
    id: "1:b",
    uid: "b",
    name: "B",
    is_default: true,
  });
  expect(server.read("grafana_data_source", "1:a")).toMatchObject({
    is_default: false,
  });
  expect(server.read("grafana_data_source", "1:b")).toMatchObject({
    is_default: true,
  });
});
