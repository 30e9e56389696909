import { importDashboard } from "../../../src/import/dashboard/import-dashboard";
import { imported, roundTrip } from "./fixture-dashboards";

const panel = { type: "timeseries", title: "P" };

function messageOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return error instanceof Error ? error.message : "";
  }
  throw new Error("nothing was refused");
}

describe("what is no dashboard", () => {
  test.each<[string, unknown, string]>([
    [
      "nothing",
      undefined,
      "the file: must be a dashboard, an object of JSON as Grafana exports it, got nothing",
    ],
    ["a text", "{}", `got "{}"`],
    ["a list of dashboards", [{ title: "T", panels: [] }], "got [{"],
    ["a number", 7, "got 7"],
    ["null", null, "got null"],
    [
      "no title",
      { panels: [] },
      "title: must be a text that is not empty, got nothing",
    ],
    [
      "an empty title",
      { title: " ", panels: [] },
      `title: must be a text that is not empty, got " "`,
    ],
    [
      "a title that is no text",
      { title: 4, panels: [] },
      "title: must be a text that is not empty, got 4",
    ],
    [
      "no panels",
      { title: "T" },
      "panels: must be a list, and there is neither one nor one of rows",
    ],
    [
      "a script",
      { title: "T", script: "return dashboard;" },
      "open a scripted dashboard in Grafana and export what it draws",
    ],
    [
      "panels that are no list",
      { title: "T", panels: {} },
      "panels: must be a list, got {}",
    ],
    [
      "rows that are no list",
      { title: "T", rows: "x" },
      `rows: must be a list, got "x"`,
    ],
    [
      "a panel that is no object",
      { title: "T", panels: [3] },
      "panels[0]: must be an object, got 3",
    ],
    [
      "a panel without a type",
      { title: "T", panels: [panel, { title: "x" }] },
      "panels[1].type: must be the id of a panel plugin, such as timeseries, got nothing",
    ],
    [
      "a panel with an empty type",
      { title: "T", panels: [{ type: "" }] },
      `panels[0].type: must be the id of a panel plugin, such as timeseries, got ""`,
    ],
    [
      "a panel of a row without a type",
      { title: "T", rows: [{ panels: [{}] }] },
      "rows[0].panels[0].type: must be the id of a panel plugin",
    ],
    [
      "panels of a row that are no list",
      { title: "T", rows: [{ panels: 1 }] },
      "rows[0].panels: must be a list, got 1",
    ],
    [
      "queries that are no list",
      { title: "T", panels: [{ ...panel, targets: "up" }] },
      `panels[0].targets: must be a list, got "up"`,
    ],
    [
      "a query that is no object",
      { title: "T", panels: [{ ...panel, targets: ["up"] }] },
      `panels[0].targets[0]: must be an object, got "up"`,
    ],
    [
      "rows in rows",
      {
        title: "T",
        panels: [{ type: "row", panels: [{ type: "row", panels: [panel] }] }],
      },
      "panels[0].panels[0].panels: a panel inside of a row must not hold panels again",
    ],
    [
      "a row in a row of before the grid",
      { title: "T", rows: [{ panels: [{ type: "row" }] }] },
      "rows[0].panels[0].type: a row must not stand inside of another one",
    ],
    [
      "a uid that is no text",
      { title: "T", panels: [], uid: 7 },
      "uid: must be a text, got 7",
    ],
    [
      "variables that are no list",
      { title: "T", panels: [], templating: { list: {} } },
      "templating.list: must be a list, got {}",
    ],
    [
      "variables without a list",
      { title: "T", panels: [], templating: [] },
      "templating: must be an object with a list, got []",
    ],
    [
      "a variable that is no object",
      { title: "T", panels: [], templating: { list: ["job"] } },
      `templating.list[0]: must be an object, got "job"`,
    ],
    [
      "annotations that are no list",
      { title: "T", panels: [], annotations: { list: 1 } },
      "annotations.list: must be a list, got 1",
    ],
    [
      "schema v2",
      { title: "T", elements: {}, layout: {} },
      "elements: dashboards of the schema v2 are not known: export the dashboard as classic JSON",
    ],
    [
      "schema v2 in a manifest",
      { apiVersion: "dashboard.grafana.app/v2beta1", spec: { elements: {} } },
      "spec.elements: dashboards of the schema v2",
    ],
    [
      "a wrapped one without a title",
      { dashboard: { panels: [] }, meta: {} },
      "dashboard.title: must be a text",
    ],
  ])("rejects %s", (_, original, message) => {
    expect(messageOf(() => imported(original))).toContain(message);
    expect(messageOf(() => imported(original))).toMatch(
      /^this is no dashboard that can be imported:/,
    );
  });

  test("is refused with all of its problems at once", () => {
    expect(
      messageOf(() => imported({ panels: [1, {}], uid: 2, rows: 3 })),
    ).toBe(
      [
        "this is no dashboard that can be imported:",
        "- title: must be a text that is not empty, got nothing",
        "- uid: must be a text, got 2",
        "- panels[0]: must be an object, got 1",
        "- panels[1].type: must be the id of a panel plugin, such as timeseries, got nothing",
        "- rows: must be a list, got 3",
      ].join("\n"),
    );
  });

  test.each<[string, string, string]>([
    ["", "name", `the system must be kebab-case, got ""`],
    ["Shop", "name", `the system must be kebab-case, got "Shop"`],
    ["shop", "", `the name must be kebab-case, got ""`],
    ["shop", "../x", `the name must be kebab-case, got "../x"`],
  ])("rejects the place %j, %j", (system, name, message) => {
    expect(
      messageOf(() =>
        importDashboard({ title: "T", panels: [] }, { system, name }),
      ),
    ).toBe(message);
  });
});

describe("what is odd but a dashboard", () => {
  test.each<[string, Record<string, unknown>]>([
    ["no panel at all", { title: "T", panels: [] }],
    [
      "lists that are null",
      {
        title: "T",
        panels: null,
        rows: [],
        templating: { list: null },
        annotations: null,
      },
    ],
    [
      "a title of signs",
      {
        title: "{{ ${x} }}",
        panels: [
          { type: "text", title: "…" },
          { type: "text", title: "…" },
        ],
      },
    ],
    [
      "panels on top of each other",
      {
        title: "T",
        panels: [
          { ...panel, gridPos: { x: 0, y: 0, w: 24, h: 4 } },
          { ...panel, gridPos: { x: 4, y: 2, w: 8, h: 4 } },
        ],
      },
    ],
    [
      "panels outside of the grid",
      {
        title: "T",
        panels: [
          { ...panel, gridPos: { x: 30, y: -4, w: 99, h: 0 } },
          { ...panel, gridPos: { x: 20.4, y: 2, w: 8, h: 400 } },
        ],
      },
    ],
    [
      "names that are words of the house style",
      {
        title: "T",
        panels: [
          "query",
          "row",
          "dashboard",
          "imported",
          "constructor",
          "__proto__",
          "await",
          "class",
        ].map((title) => ({ ...panel, title })),
      },
    ],
    [
      "texts that end literals",
      {
        title: "`${1}` \\ \" '",
        panels: [
          {
            type: "text",
            title: "*/",
            options: { content: "`${x}`\n\\u0041 \\`\n\r\n" },
          },
        ],
      },
    ],
    [
      "two variables of one name",
      {
        title: "T",
        panels: [],
        templating: {
          list: [
            { name: "a", type: "custom", query: "1" },
            { name: "a", type: "custom", query: "2" },
          ],
        },
      },
    ],
    [
      "a variable without a name",
      {
        title: "T",
        panels: [],
        templating: { list: [{ type: "query", query: "x" }] },
      },
    ],
    [
      "a key that is a prototype",
      {
        title: "T",
        panels: [
          {
            ...panel,
            options: JSON.parse('{"__proto__": {"polluted": 1}}') as object,
          },
        ],
      },
    ],
  ])("%s is imported", (_, original) => {
    const result = imported(original);
    expect(result.files).toHaveLength(1);
    expect(roundTrip(original)).toEqual([]);
    expect(result.unexpressed).toEqual([]);
    expect({}).not.toHaveProperty("polluted");
  });
});
