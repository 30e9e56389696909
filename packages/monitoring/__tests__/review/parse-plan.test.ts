import { parsePlan } from "../../src/review/parse-plan";
import { json } from "../../src/review/render/json";
import { markdown } from "../../src/review/render/markdown";
import { terminal } from "../../src/review/render/terminal";
import { review } from "../../src/review/review";
import { outline } from "./outline";

type Change = Readonly<Record<string, unknown>>;

/** A plan with these changes, by address. */
function plan(
  changes: Readonly<Record<string, Change>>,
  rest: object = {},
): string {
  return JSON.stringify({
    format_version: "1.2",
    resource_changes: Object.entries(changes).map(([address, change]) => ({
      address,
      mode: "managed",
      type: address.split(".")[0],
      change: {
        before_sensitive: {},
        after_sensitive: {},
        after_unknown: {},
        ...change,
      },
    })),
    ...rest,
  });
}

function outlineOf(text: string): readonly string[] {
  return outline(review([parsePlan(text, "plan.json", "prod")]));
}

const folder = (title: string): Change => ({ uid: "shop", title });
const dashboardChange = (after: unknown): string =>
  plan({
    "grafana_dashboard.orders": {
      actions: ["update"],
      before: { config_json: '{"title":"Orders","uid":"orders"}' },
      after: { config_json: after },
    },
  });

describe("parsePlan", () => {
  test("tells what is updated", () => {
    expect(
      outlineOf(
        plan({
          "grafana_folder.shop": {
            actions: ["update"],
            before: folder("Shop"),
            after: folder("The shop"),
          },
        }),
      ),
    ).toEqual([
      "folders:",
      '  ~ folder "The shop"',
      '    ~ title: "Shop" → "The shop"',
    ]);
  });

  test("leaves out what only the server counts", () => {
    const change = {
      actions: ["update"],
      before: { ...folder("Shop"), url: "/f/1", version: 3 },
      after: { ...folder("The shop") },
      after_unknown: { url: true, version: true },
    };
    const configuration = {
      root_module: {
        resources: [
          {
            address: "grafana_folder.shop",
            expressions: { uid: {}, title: {} },
          },
        ],
      },
    };
    expect(
      outlineOf(plan({ "grafana_folder.shop": change }, { configuration })),
    ).toEqual([
      "folders:",
      '  ~ folder "The shop"',
      '    ~ title: "Shop" → "The shop"',
    ]);
  });

  test("says of what was asked for that it is only known after apply", () => {
    expect(
      outlineOf(
        plan({
          "grafana_folder_permission.shop": {
            actions: ["update"],
            before: { folder_uid: "shop" },
            after: {},
            after_unknown: { folder_uid: true },
          },
        }),
      ),
    ).toContain('    ~ folder_uid: "shop" → (known after apply)');
  });

  test("shows no sensitive value in any form, but that it changed", () => {
    const text = plan({
      "grafana_contact_point.chat": {
        actions: ["update"],
        before: {
          name: "chat",
          slack: [{ url: "https://old-secret" }],
          email: [],
        },
        after: {
          name: "chat",
          slack: [{ url: "https://new-secret" }],
          email: [],
        },
        before_sensitive: { slack: true },
        after_sensitive: { slack: true },
      },
      "grafana_data_source.db": {
        actions: ["update"],
        before: {
          name: "db",
          url: "http://user:old-secret@db",
          json_data_encoded: '{"password":"old-secret","port":1}',
          http_headers: { Authorization: "old-secret" },
        },
        after: {
          name: "db",
          url: "http://user:new-secret@db:5432",
          json_data_encoded: '{"password":"new-secret","port":2}',
          http_headers: { Authorization: "new-secret" },
        },
      },
    });
    const result = review([parsePlan(text, "plan.json", "prod")]);
    expect(outline(result)).toEqual([
      "contact-points:",
      '  ~ contact point "chat"',
      "    ~ slack changed (sensitive)",
      "datasources:",
      '  ~ datasource "db"',
      '    ~ url: "http://user:(sensitive)@[-db-]{+db:5432+}"',
      "    ~ json_data_encoded.password changed (sensitive)",
      '    ~ json_data_encoded.port: "1" → "2"',
      "    ~ http_headers.Authorization changed (sensitive)",
    ]);
    for (const written of [
      markdown(result),
      json(result),
      terminal(result, { isColored: true }),
    ])
      expect(written).not.toMatch(/old-secret|new-secret/);
  });

  test("says that a sensitive dashboard cannot be told", () => {
    const text = plan({
      "grafana_dashboard.orders": {
        actions: ["update"],
        before: { config_json: '{"title":"Orders"}' },
        after: { config_json: '{"title":"Orders 2"}' },
        after_sensitive: { config_json: true },
      },
    });
    expect(outlineOf(text)).toContain(
      "    · its content is sensitive as a whole: a secret was put into it, take it out",
    );
  });

  test("says that who is notified cannot be computed when routes are sensitive", () => {
    const text = plan({
      "grafana_notification_policy.policy": {
        actions: ["update"],
        before: { contact_point: "a", policy: [] },
        after: { contact_point: "a", policy: [{ contact_point: "b" }] },
        after_sensitive: { policy: true },
      },
    });
    expect(outlineOf(text)).toContain(
      "! alert-silent: the routes are sensitive or not known before apply, so who is notified cannot be computed",
    );
  });

  test("warns of a routing tree that it overwrites", () => {
    const created = plan({
      "grafana_notification_policy.policy": {
        actions: ["create"],
        before: null,
        after: { contact_point: "a", policy: [] },
      },
    });
    expect(outlineOf(created)[0]).toMatch(/^! policy-overwritten: .* created/);
    const change = {
      address: "grafana_notification_policy.policy",
      type: "grafana_notification_policy",
      change: {
        actions: ["update"],
        before: { contact_point: "a", policy: [] },
        after: { contact_point: "b", policy: [] },
      },
    };
    const drifted = plan(
      { "grafana_notification_policy.policy": change.change },
      { resource_drift: [change] },
    );
    expect(outlineOf(drifted)[0]).toMatch(
      /^! policy-overwritten: .* changed past Terraform/,
    );
  });

  test("reads what replaces, forgets and moves", () => {
    const text = plan({
      "grafana_folder.a": {
        actions: ["create", "delete"],
        before: { uid: "a", title: "A" },
        after: { uid: "b", title: "A" },
        replace_paths: [["uid"]],
      },
      "grafana_team.t": {
        actions: ["forget"],
        before: { name: "T" },
        after: null,
      },
    });
    expect(outlineOf(text)).toEqual([
      '! replacement: folder "A" is destroyed and defined anew because "uid" changes',
      "folders:",
      '  ± folder "A"',
      '    ~ uid: "a" → "b"',
      "permissions:",
      '  - team "T"',
      "    · stays on the server, Terraform forgets it",
    ]);
  });

  test("takes data sources for what they are: nothing to apply", () => {
    const text = JSON.stringify({
      format_version: "1.2",
      resource_changes: [
        {
          address: "data.x.y",
          mode: "data",
          type: "x",
          change: { actions: ["read"] },
        },
      ],
    });
    expect(outlineOf(text)).toEqual([]);
  });

  test.each([
    ["nothing", "", /got nothing/],
    [
      "a truncated plan",
      dashboardChange("{}").slice(0, 200),
      /ends in the middle/,
    ],
    [
      "a saved plan that is not JSON",
      "PK\u0003\u0004…",
      /a saved plan; give the output of terraform show -json/,
    ],
    ["text", "Terraform will perform", /not JSON/],
    ["a list", "[]", /got a list/],
    [
      "another format version",
      '{"format_version":"2.0","resource_changes":[]}',
      /format_version must be 1\.x, got "2\.0"/,
    ],
    [
      "a document without version",
      '{"resource_changes":[]}',
      /format_version must be 1\.x, got none/,
    ],
    ["a state", '{"format_version":"1.0","values":{}}', /it is a state/],
    [
      "a plan that failed",
      '{"format_version":"1.2","errored":true,"resource_changes":[]}',
      /ended with an error/,
    ],
    [
      "changes that are no list",
      '{"format_version":"1.2","resource_changes":{}}',
      /resource_changes must be a list/,
    ],
    [
      "an unknown action",
      plan({ "grafana_folder.a": { actions: ["explode"] } }),
      /grafana_folder\.a: actions must be .* got "explode"/,
    ],
    [
      "a dashboard that is not JSON",
      dashboardChange("Orders"),
      /prod: grafana_dashboard\.orders: config_json must be JSON, got "Orders"/,
    ],
    [
      "a dashboard that is a list",
      dashboardChange("[]"),
      /config_json must be a dashboard, got a list/,
    ],
    [
      "a dashboard without title",
      dashboardChange('{"panels":{}}'),
      /title must be text, panels must be a list of objects/,
    ],
    [
      "a dashboard of another schema",
      dashboardChange(
        '{"apiVersion":"dashboard.grafana.app/v2","kind":"Dashboard","spec":{}}',
      ),
      /classic dashboard, got one of "dashboard\.grafana\.app\/v2"/,
    ],
    [
      "a route whose matcher is none",
      plan({
        "grafana_notification_policy.p": {
          actions: ["create"],
          before: null,
          after: {
            contact_point: "a",
            policy: [{ matcher: [{ label: "x", match: "~", value: "y" }] }],
          },
        },
      }),
      /a matcher must have a label and one of/,
    ],
    [
      "a route whose expression is not RE2",
      plan({
        "grafana_notification_policy.p": {
          actions: ["create"],
          before: null,
          after: {
            contact_point: "a",
            policy: [
              { matcher: [{ label: "x", match: "=~", value: "(?!a)" }] },
            ],
          },
        },
      }),
      /must be RE2/,
    ],
  ])("rejects %s", (_case, text, message) => {
    expect(() => outlineOf(text)).toThrow(message);
  });

  test("rejects all bad dashboards in one message", () => {
    const bad = {
      actions: ["create"],
      before: null,
      after: { config_json: "[]" },
    };
    expect(() =>
      outlineOf(
        plan({ "grafana_dashboard.a": bad, "grafana_dashboard.b": bad }),
      ),
    ).toThrow(/grafana_dashboard\.a: .*\n.*grafana_dashboard\.b: /);
  });
});
