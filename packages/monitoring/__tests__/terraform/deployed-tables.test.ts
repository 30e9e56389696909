import {
  deployedTables,
  otherObjects,
  type DeployedObject,
} from "../../src/terraform/deployed-tables";

function rule(
  severity: string | undefined,
  record: readonly unknown[] = [],
): object {
  return {
    record,
    labels: severity === undefined ? null : { severity },
  };
}

const objects: readonly DeployedObject[] = [
  {
    type: "grafana_folder",
    values: { uid: "shop", title: "Shop" },
  },
  {
    type: "grafana_folder",
    values: { uid: "host", title: "Hosts" },
  },
  {
    type: "grafana_dashboard",
    values: {
      uid: "orders",
      folder: "1:shop",
      config_json: JSON.stringify({
        title: "Orders",
        panels: [
          { type: "row", panels: [] },
          { type: "stat" },
          { type: "row", panels: [{ type: "table" }, { type: "timeseries" }] },
        ],
      }),
    },
  },
  {
    type: "grafana_dashboard",
    values: {
      uid: "empty",
      folder: "shop",
      config_json: JSON.stringify({ title: "Empty" }),
    },
  },
  {
    type: "grafana_rule_group",
    values: {
      name: "orders",
      folder_uid: "shop",
      interval_seconds: 60,
      rule: [
        rule("critical"),
        rule("warning"),
        rule("info"),
        rule(undefined),
        rule(undefined, [{ metric: "shop:orders" }]),
      ],
    },
  },
  {
    type: "grafana_notification_policy",
    values: {
      contact_point: "default",
      group_wait: "30s",
      group_interval: "5m",
      repeat_interval: "4h",
      policy: [
        {
          contact_point: "on-call",
          matcher: [
            { label: "severity", match: "=", value: "critical" },
            { label: "team", match: "=~", value: 'a|"b"' },
          ],
          continue: true,
          group_wait: "",
          repeat_interval: "1h",
          mute_timings: ["nights"],
          policy: [{ matcher: [], active_timings: ["office hours"] }],
        },
      ],
    },
  },
  { type: "grafana_contact_point", values: {} },
  { type: "grafana_contact_point", values: {} },
  { type: "grafana_organization_preferences", values: {} },
  { type: "grafana_apps_notifications_inhibitionrule_v1beta1", values: {} },
  { type: "grafana_contact_point", mode: "data", values: {} },
];

const [folders, dashboards, rules, routes] = deployedTables(objects);

test("folders count what is in them, and stand in the order of their titles", () => {
  expect(folders).toEqual({
    title: "folders",
    head: ["folder", "uid", "dashboards", "alerts", "recordings"],
    rows: [
      ["Hosts", "host", 0, 0, 0],
      ["Shop", "shop", 2, 4, 1],
    ],
  });
});

test("dashboards say where they are, and count panels but not rows, folded ones too", () => {
  expect(dashboards?.rows).toEqual([
    ["Shop", "Empty", "/d/empty", 0],
    ["Shop", "Orders", "/d/orders", 3],
  ]);
});

test("rules are counted by group and by severity", () => {
  expect(rules?.rows).toEqual([["Shop", "orders", "60s", 1, 1, 2, 1]]);
});

test("routes are indented below the one that they refine, and leave out what they inherit", () => {
  expect(routes?.rows).toEqual([
    ["anything", "default", "30s / 5m / 4h", ""],
    [
      '  severity="critical" team=~"a|\\"b\\""',
      "on-call and on",
      "– / – / 1h",
      "nights",
    ],
    ["    anything", "", "", "outside office hours"],
  ]);
});

test("a rule in a folder that was not deployed is shown with the folder's uid", () => {
  const [group] = objects.filter(({ type }) => type === "grafana_rule_group");
  const [, , table] = deployedTables(group === undefined ? [] : [group]);
  expect(table?.rows[0]?.[0]).toBe("shop");
});

test("nothing deployed makes empty tables", () => {
  expect(deployedTables([]).map(({ rows }) => rows)).toEqual([[], [], [], []]);
});

test("everything else is counted, but not what is only read", () => {
  expect(otherObjects(objects)).toBe(
    "1 inhibition rule, 2 contact points, 1 set of preferences",
  );
});
