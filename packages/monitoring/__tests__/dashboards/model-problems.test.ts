import { dashboardProblems } from "../../src/dashboards/model-problems";
import type { Dashboard } from "../../src/model/dashboard";
import { classicDashboard, panel } from "./classic-dashboard";

const prometheus = { type: "prometheus", uid: "prometheus" };

describe("dashboardProblems", () => {
  test.each<{ name: string; dashboard: Dashboard }>([
    { name: "a dashboard with one panel", dashboard: classicDashboard() },
    {
      name: "panels side by side and below each other",
      dashboard: classicDashboard({
        panels: [panel(1, 0, 0), panel(2, 12, 0), panel(3, 0, 8)],
      }),
    },
    {
      name: "a collapsed row whose panels start anew",
      dashboard: classicDashboard({
        panels: [
          panel(1, 0, 0),
          {
            id: 2,
            type: "row",
            title: "Details",
            collapsed: true,
            gridPos: { x: 0, y: 8, w: 24, h: 1 },
            panels: [panel(3, 0, 9), panel(4, 12, 9)],
          },
        ],
      }),
    },
    {
      name: "a variable of type datasource",
      dashboard: classicDashboard({
        panels: [
          panel(1, 0, 0, {
            datasource: { type: "prometheus", uid: "${datasource}" },
          }),
          panel(2, 12, 0, {
            datasource: { type: "prometheus", uid: "$datasource" },
          }),
        ],
        templating: { list: [{ type: "datasource", name: "datasource" }] },
      }),
    },
    {
      name: "Grafana's own annotation",
      dashboard: classicDashboard({
        annotations: {
          list: [
            {
              name: "Annotations & Alerts",
              builtIn: 1,
              datasource: { type: "grafana", uid: "-- Grafana --" },
            },
          ],
        },
      }),
    },
    {
      name: "a table without styles",
      dashboard: classicDashboard({
        panels: [panel(1, 0, 0, { type: "table" })],
      }),
    },
    { name: "no refresh", dashboard: classicDashboard({ refresh: undefined }) },
    { name: "a refresh of 5s", dashboard: classicDashboard({ refresh: "5s" }) },
    { name: "refresh auto", dashboard: classicDashboard({ refresh: "auto" }) },
    {
      name: "the key of a panel",
      dashboard: {
        ...classicDashboard(),
        panels: [{ key: "requests", id: 1, title: "Panel 1" }],
      },
    },
  ])("finds nothing wrong with $name", ({ dashboard }) => {
    expect(dashboardProblems(dashboard)).toEqual([]);
  });

  test.each<{
    name: string;
    dashboard: Dashboard;
    problems: readonly string[];
  }>([
    {
      name: "the body of an HTTP request",
      dashboard: classicDashboard({ dashboard: {}, folderId: 0 }),
      problems: [
        `'model' must be the dashboard itself, got it wrapped in "dashboard" (the body of an HTTP request): take what is inside`,
      ],
    },
    {
      name: "a manifest of Kubernetes",
      dashboard: classicDashboard({
        apiVersion: "dashboard.grafana.app/v2",
        kind: "Dashboard",
        spec: {},
      }),
      problems: [
        "'model' must be a classic dashboard, got a manifest with apiVersion, kind, spec: export it as classic JSON",
      ],
    },
    {
      name: "the specification inside of a manifest",
      dashboard: classicDashboard({ spec: {} }),
      problems: [
        "'model' must be a classic dashboard, got a manifest with spec: export it as classic JSON",
      ],
    },
    {
      name: "an empty uid, which replaces the dashboard each time",
      dashboard: classicDashboard({}, ""),
      problems: [
        `'uid' must be at most 40 letters, digits, hyphens and underscores, got ""`,
      ],
    },
    {
      name: "a uid with a space",
      dashboard: classicDashboard({}, "shop overview"),
      problems: [
        `'uid' must be at most 40 letters, digits, hyphens and underscores, got "shop overview"`,
      ],
    },
    {
      name: "a uid of 41 characters",
      dashboard: classicDashboard({}, "a".repeat(41)),
      problems: [
        `'uid' must be at most 40 letters, digits, hyphens and underscores, got "${"a".repeat(41)}"`,
      ],
    },
    {
      name: "a model without uid",
      dashboard: classicDashboard({ uid: undefined }),
      problems: [
        `'uid' must be that of the model, got "shop-overview" and "undefined"`,
      ],
    },
    {
      name: "a model with another title",
      dashboard: classicDashboard({ title: "Other" }),
      problems: [
        `'title' must be that of the model, got "Shop overview" and "Other"`,
      ],
    },
    {
      name: "an empty title",
      dashboard: { ...classicDashboard({ title: "" }), title: "" },
      problems: ["'title' must not be empty"],
    },
    {
      name: "an older schema version",
      dashboard: classicDashboard({ schemaVersion: 39 }),
      problems: ["'schemaVersion' must be 42, got 39"],
    },
    {
      name: "no schema version",
      dashboard: classicDashboard({ schemaVersion: undefined }),
      problems: ["'schemaVersion' must be 42, got undefined"],
    },
    {
      name: "a refresh that the server refuses",
      dashboard: classicDashboard({ refresh: "1s" }),
      problems: [
        `'refresh' must be empty, "auto" or a duration of at least 5s, got "1s"`,
      ],
    },
    {
      name: "a refresh in words",
      dashboard: classicDashboard({ refresh: "often" }),
      problems: [
        `'refresh' must be empty, "auto" or a duration of at least 5s, got "often"`,
      ],
    },
    {
      name: "a panel without id",
      dashboard: classicDashboard({
        panels: [{ ...panel(1, 0, 0), id: undefined }],
      }),
      problems: [
        `panel "Panel 1": 'id' must be a whole number above 0, got undefined`,
      ],
    },
    {
      name: "one id for a panel and a panel in a row",
      dashboard: classicDashboard({
        panels: [
          panel(1, 0, 0),
          {
            id: 2,
            type: "row",
            title: "Details",
            gridPos: { x: 0, y: 8, w: 24, h: 1 },
            panels: [panel(1, 0, 9, { title: "Inner" })],
          },
        ],
      }),
      problems: [
        `panel "Inner": 'id' must be its own, got 1, which panel "Panel 1" has`,
      ],
    },
    {
      name: "a panel without type",
      dashboard: classicDashboard({
        panels: [panel(1, 0, 0, { type: undefined })],
      }),
      problems: [`panel "Panel 1": 'type' must name a panel, got undefined`],
    },
    {
      name: "two panels in one place",
      dashboard: classicDashboard({
        panels: [panel(1, 0, 0), panel(2, 6, 7)],
      }),
      problems: [
        `panel "Panel 2": 'gridPos' must not cover another panel, got panel "Panel 1"`,
      ],
    },
    {
      name: "two panels in one place of a row",
      dashboard: classicDashboard({
        panels: [
          {
            id: 2,
            type: "row",
            gridPos: { x: 0, y: 0, w: 24, h: 1 },
            panels: [panel(3, 0, 1), panel(4, 0, 1)],
          },
        ],
      }),
      problems: [
        `panel "Panel 4": 'gridPos' must not cover another panel, got panel "Panel 3"`,
      ],
    },
    {
      name: "a panel beyond the last column",
      dashboard: classicDashboard({ panels: [panel(1, 13, 0)] }),
      problems: [
        `panel "Panel 1": 'gridPos' must be whole numbers with w and h above 0 inside of 24 columns, got x 13, y 0, w 12, h 8`,
      ],
    },
    {
      name: "a panel without height",
      dashboard: classicDashboard({
        panels: [panel(1, 0, 0, { gridPos: { x: 0, y: 0, w: 12, h: 0 } })],
      }),
      problems: [
        `panel "Panel 1": 'gridPos' must be whole numbers with w and h above 0 inside of 24 columns, got x 0, y 0, w 12, h 0`,
      ],
    },
    {
      name: "a panel without place",
      dashboard: classicDashboard({
        panels: [panel(1, 0, 0, { gridPos: undefined, title: undefined })],
      }),
      problems: [
        `panel 1: 'gridPos' must be whole numbers with w and h above 0 inside of 24 columns, got x undefined, y undefined, w undefined, h undefined`,
      ],
    },
    {
      name: "a datasource by name",
      dashboard: classicDashboard({
        panels: [panel(1, 0, 0, { datasource: "Prometheus" })],
      }),
      problems: [
        `panel "Panel 1": 'datasource' must be an object with type and uid, got the text "Prometheus"`,
      ],
    },
    {
      name: "a query with a datasource by name, in a row",
      dashboard: classicDashboard({
        panels: [
          {
            id: 2,
            type: "row",
            gridPos: { x: 0, y: 0, w: 24, h: 1 },
            panels: [
              panel(3, 0, 1, { targets: [{ datasource: "Prometheus" }] }),
            ],
          },
        ],
      }),
      problems: [
        `panel "Panel 3": 'datasource' must be an object with type and uid, got the text "Prometheus"`,
      ],
    },
    {
      name: "a datasource without uid",
      dashboard: classicDashboard({
        panels: [panel(1, 0, 0, { datasource: { type: "prometheus" } })],
      }),
      problems: [
        `panel "Panel 1": 'datasource' must be an object with type and uid, got {"type":"prometheus"}`,
      ],
    },
    {
      name: "the input of an export",
      dashboard: classicDashboard({
        __inputs: [{ name: "DS_PROM" }],
        panels: [
          panel(1, 0, 0, {
            datasource: { type: "prometheus", uid: "${DS_PROM}" },
          }),
        ],
      }),
      problems: [
        `panel "Panel 1": 'datasource' must name a variable of type datasource (there is none) or a fixed uid, got "\${DS_PROM}"`,
      ],
    },
    {
      name: "a variable of another type as datasource",
      dashboard: classicDashboard({
        panels: [
          panel(1, 0, 0, { datasource: { type: "loki", uid: "${job}" } }),
        ],
        templating: {
          list: [
            { type: "datasource", name: "logs" },
            { type: "query", name: "job", datasource: prometheus },
          ],
        },
      }),
      problems: [
        `panel "Panel 1": 'datasource' must name a variable of type datasource (there is logs) or a fixed uid, got "\${job}"`,
      ],
    },
    {
      name: "an annotation with a datasource by name",
      dashboard: classicDashboard({
        annotations: { list: [{ name: "Deploys", datasource: "Loki" }] },
      }),
      problems: [
        `annotation "Deploys": 'datasource' must be an object with type and uid, got the text "Loki"`,
      ],
    },
    {
      name: "a variable with a datasource by name",
      dashboard: classicDashboard({
        templating: {
          list: [{ type: "query", name: "job", datasource: "Prometheus" }],
        },
      }),
      problems: [
        `variable "job": 'datasource' must be an object with type and uid, got the text "Prometheus"`,
      ],
    },
    {
      name: "a key of a panel that is not there",
      dashboard: {
        ...classicDashboard(),
        panels: [{ key: "requests", id: 7, title: "Requests" }],
      },
      problems: [`panel key "requests": 'id' must be that of a panel, got 7`],
    },
    {
      name: "one key for two panels",
      dashboard: {
        ...classicDashboard({ panels: [panel(1, 0, 0), panel(2, 12, 0)] }),
        panels: [
          { key: "requests", id: 1, title: "Panel 1" },
          { key: "requests", id: 2, title: "Panel 2" },
        ],
      },
      problems: [`panel key "requests" must name one panel, got it twice`],
    },
  ])("rejects $name", ({ dashboard, problems }) => {
    expect(dashboardProblems(dashboard)).toEqual(problems);
  });

  test.each([
    [
      "graph",
      "timeseries (histogram or barchart for the x-axis modes histogram and series)",
    ],
    ["graph2", "timeseries"],
    ["singlestat", "stat"],
    ["grafana-singlestat-panel", "stat"],
    ["table-old", "table"],
    ["grafana-piechart-panel", "piechart"],
    ["grafana-worldmap-panel", "geomap"],
    ["heatmap-new", "heatmap"],
    ["natel-discrete-panel", "state-timeline"],
    ["pluginlist", "none: leave it out"],
  ])("rejects the old panel %s and names its successor", (type, successor) => {
    expect(
      dashboardProblems(
        classicDashboard({ panels: [panel(1, 0, 0, { type })] }),
      ),
    ).toEqual([
      `panel "Panel 1": 'type' must be a panel that Grafana 12 draws, got "${type}"; instead: ${successor}`,
    ]);
  });

  test("rejects a table with styles, which is the old one", () => {
    expect(
      dashboardProblems(
        classicDashboard({
          panels: [panel(1, 0, 0, { type: "table", styles: [] })],
        }),
      ),
    ).toEqual([
      `panel "Panel 1": 'type' must be a panel that Grafana 12 draws, got "table"; instead: table with fieldConfig in place of styles`,
    ]);
  });
});
