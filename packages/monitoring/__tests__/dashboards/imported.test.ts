import {
  byMatcher,
  byName,
  constantVariable,
  dashboard,
  dataSourceVariable,
  logQuery,
  pluginPanel,
  pluginQuery,
  query,
  queryVariable,
  rawVariable,
  row,
  stat,
  timeseries,
  type DashboardProps,
  type Panel,
} from "../../src/dashboards";
import { withRaw } from "../../src/dashboards/raw";
import { panelIdOf } from "../../src/model/uid";

const bare = { title: "", description: "", unit: "none" } as const;
const graph = (key: string, props = {}): Panel =>
  timeseries(key, { ...bare, queries: [query("up")], ...props });

const given: DashboardProps = {
  uid: "elsewhere",
  title: "From elsewhere",
  description: "",
  system: "shop",
  imported: true,
  rows: [row([graph("a")])],
};

/** A dashboard as plain data. */
const modelOf = (props: Partial<DashboardProps>) =>
  dashboard({ ...given, ...props }).model as unknown as {
    panels: Record<string, unknown>[];
    templating: { list: Record<string, unknown>[] };
    [field: string]: unknown;
  };

describe("an imported dashboard", () => {
  test("has nothing that it does not say itself", () => {
    const model = modelOf({ dataSources: { prometheus: "abc" } });
    expect(model).toMatchObject({
      tags: [],
      links: [],
      annotations: { list: [] },
      templating: { list: [] },
    });
    expect(model.panels[0]).not.toHaveProperty("fieldConfig.defaults.noValue");
  });

  test("becomes like the others when the line is taken away, which asks for what is missing", () => {
    expect(() => dashboard({ ...given, imported: false })).toThrow(
      /description must not be empty/,
    );
    const said = { title: "T", description: "D", unit: "short" } as const;
    const { model } = dashboard({
      ...given,
      description: "D",
      imported: false,
      rows: [row([stat("a", { ...said, queries: [query("up")] })])],
    });
    expect(model.tags).toEqual(["shop"]);
    expect(model.links).toHaveLength(1);
  });

  test("keeps rows without panels and without words, and panels behind a folded row", () => {
    const rows = [row("", [], { collapsed: true, id: 4 }), row([graph("b")])];
    expect(modelOf({ rows }).panels).toMatchObject([
      { type: "row", title: "", id: 4, gridPos: { y: 0 } },
      { type: "timeseries", gridPos: { y: 1 } },
    ]);
  });

  test.each<[string, Partial<DashboardProps>, string]>([
    ["an uid that Grafana refuses", { uid: "a b" }, "uid must be 1 to 40"],
    ["no title", { title: " " }, "title must not be empty"],
    [
      "a key twice",
      { rows: [row([graph("a"), graph("a")])] },
      'panel "a": two panels have this key',
    ],
    [
      "an id twice",
      { rows: [row([graph("a", { id: 3 }), graph("b", { id: 3 })])] },
      "id 3: two panels have it; leave it out of one",
    ],
    [
      "an id below one",
      { rows: [row([graph("a", { id: 0 })])] },
      "id must be a whole number above 0, got 0",
    ],
    [
      "a column without room",
      { rows: [row([graph("a", { x: 13 })])] },
      "x must be a column from 0 that leaves room for the width of 12 in 24, got 13",
    ],
  ])("rejects %s", (_, props, message) => {
    expect(() => modelOf(props)).toThrow(message);
  });
});

describe("raw", () => {
  test("is merged in field by field, lists whole, and null takes away", () => {
    expect(
      withRaw(
        { a: { b: 1, c: [1, 2] }, d: 1 },
        {
          a: { c: [3], e: null },
          d: null,
          f: { g: 1 },
        },
      ),
    ).toEqual({ a: { b: 1, c: [3] }, f: { g: 1 } });
  });

  test("stands at the dashboard, rows, panels, queries, variables, links and overrides", () => {
    const model = modelOf({
      raw: { liveNow: true, graphTooltip: null },
      links: [{ title: "L", url: "/", raw: { keepTime: true } }],
      variables: [queryVariable("v", "label_values(x)", { raw: { sort: 9 } })],
      rows: [
        row(
          "R",
          [
            graph("a", {
              raw: { transparent: true, options: { tooltip: null } },
              queries: [query("up", "", { raw: { intervalFactor: 2 } })],
              overrides: [
                byName("x", { unit: "s", raw: { __systemRef: "y" } }),
              ],
            }),
          ],
          { raw: { titleSize: "h6" } },
        ),
      ],
    });
    expect(model).toMatchObject({ liveNow: true, links: [{ keepTime: true }] });
    expect(model).not.toHaveProperty("graphTooltip");
    expect(model.templating.list).toContainEqual(
      expect.objectContaining({ name: "v", sort: 9 }),
    );
    const [heading, panel] = model.panels;
    expect(heading).toMatchObject({ titleSize: "h6" });
    expect(panel).toMatchObject({
      transparent: true,
      targets: [{ intervalFactor: 2, legendFormat: "" }],
      fieldConfig: { overrides: [{ __systemRef: "y" }] },
    });
    expect(panel).not.toHaveProperty("options.tooltip");
  });
});

describe("datasources", () => {
  test("are a uid or a variable of the dashboard for a whole kind, or for one query", () => {
    const model = modelOf({
      dataSources: { prometheus: "${mine}" },
      variables: [
        dataSourceVariable("mine", "prometheus", {
          regex: "/x/",
          initial: { uid: "p", name: "P" },
        }),
      ],
      rows: [
        row([
          graph("a", {
            queries: [
              query("up"),
              query("up", "", { datasource: "other" }),
              logQuery("{a=`b`}", "l"),
            ],
          }),
        ]),
      ],
    });
    expect(model.templating.list).toMatchObject([
      { name: "logs", type: "datasource" },
      {
        name: "mine",
        query: "prometheus",
        regex: "/x/",
        current: { value: "p", text: "P" },
      },
    ]);
    expect(model.panels[0]).toMatchObject({
      datasource: { uid: "-- Mixed --" },
      targets: [
        { datasource: { type: "prometheus", uid: "${mine}" } },
        { datasource: { type: "prometheus", uid: "other" } },
        { datasource: { type: "loki", uid: "${logs}" } },
      ],
    });
  });

  test("of a variable that has the name of the project's stand in its place", () => {
    const model = modelOf({
      variables: [dataSourceVariable("datasource", "prometheus")],
    });
    expect(model.templating.list.map(({ name }) => name)).toEqual([
      "datasource",
    ]);
  });

  test("of other plugins are asked in their own words", () => {
    const panel = pluginPanel("map", {
      type: "geomap",
      title: "",
      description: "",
      options: { view: { zoom: 3 } },
      queries: [
        pluginQuery(
          "elasticsearch",
          "es",
          { query: "*" },
          { refId: "Z", hidden: true },
        ),
      ],
    });
    expect(modelOf({ rows: [row([panel])] }).panels).toMatchObject([
      {
        type: "geomap",
        options: { view: { zoom: 3 } },
        datasource: { type: "elasticsearch", uid: "es" },
        targets: [
          {
            refId: "Z",
            hide: true,
            query: "*",
            datasource: { type: "elasticsearch", uid: "es" },
          },
        ],
      },
    ]);
  });
});

test("panels keep their number and their column", () => {
  const rows = [
    row([graph("a", { x: 6 }), graph("b", { id: 9 }), graph("c", { x: 0 })]),
  ];
  expect(
    modelOf({ rows }).panels.map(({ id, gridPos }) => [id, gridPos]),
  ).toEqual([
    [panelIdOf("a"), { x: 6, y: 0, w: 12, h: 8 }],
    [9, { x: 0, y: 8, w: 12, h: 8 }],
    [panelIdOf("c"), { x: 0, y: 16, w: 12, h: 8 }],
  ]);
});

test("variables are constants, or of a type that has no word", () => {
  const { templating } = modelOf({
    variables: [
      constantVariable("c", "x"),
      rawVariable("s", { type: "switch", enabledValue: "1" }),
    ],
  });
  expect(templating.list.slice(-2)).toEqual([
    expect.objectContaining({ name: "c", type: "constant", query: "x" }),
    { name: "s", type: "switch", enabledValue: "1" },
  ]);
});

test("overrides select by any matcher, time series draw as they are told", () => {
  const [panel] = modelOf({
    rows: [
      row([
        graph("a", {
          tooltip: "unsorted",
          points: "auto",
          lineWidth: 3,
          softMin: -1,
          legend: "table",
          legendValues: ["min"],
          overrides: [byMatcher("byNames", { names: ["a"] }, { unit: "s" })],
        }),
      ]),
    ],
  }).panels;
  expect(panel).toMatchObject({
    options: {
      tooltip: { mode: "multi", sort: "none" },
      legend: { calcs: ["min"] },
    },
    fieldConfig: {
      defaults: {
        custom: { showPoints: "auto", lineWidth: 3, axisSoftMin: -1 },
      },
      overrides: [{ matcher: { id: "byNames", options: { names: ["a"] } } }],
    },
  });
});
