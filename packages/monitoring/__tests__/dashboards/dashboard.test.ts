import {
  alertlist,
  bargauge,
  byName,
  byRegexp,
  dashboard,
  dashboardLink,
  gauge,
  heatmap,
  highIsBad,
  logQuery,
  logs,
  lowIsBad,
  nodeGraph,
  query,
  queryVariable,
  row,
  serviceMap,
  sql,
  stat,
  table,
  thresholds,
  timeseries,
  type Panel,
  type Row,
} from "../../src/dashboards";
import { refIdAt } from "../../src/dashboards/targets";
import { panelOf } from "../../src/model/dashboard";
import { panelIdOf } from "../../src/model/uid";

const said = { title: "Title", description: "What good looks like" };
const rate = query("sum by (job) (rate(x_total[$__rate_interval]))", "{{job}}");

const graph = (key: string): Panel =>
  timeseries(key, { ...said, unit: "reqps", queries: [rate] });

function modelOf(...rows: Row[]) {
  return dashboard({
    uid: "shop-overview",
    title: "Overview",
    description: "How the shop is doing",
    system: "shop",
    tags: ["overview"],
    rows,
  }).model;
}

/** The only panel's model, loosely typed: its fields differ from type to type. */
function rendered(panel: Panel): Record<string, unknown> {
  const [model] = modelOf(row([panel])).panels ?? [];
  return model as unknown as Record<string, unknown>;
}

describe("dashboard", () => {
  test("is a classic model of schema version 42 without id and version", () => {
    const model = modelOf(row([graph("requests")]));
    expect(model).toMatchObject({
      uid: "shop-overview",
      schemaVersion: 42,
      timezone: "browser",
      graphTooltip: 1,
      refresh: "1m",
      time: { from: "now-6h", to: "now" },
      tags: ["shop", "overview"],
      editable: false,
    });
    expect(model).not.toHaveProperty("id");
    expect(model).not.toHaveProperty("version");
  });

  test("is plain data: no functions, nothing undefined", () => {
    const model = modelOf(row([graph("requests")]));
    expect(structuredClone(model)).toEqual(model);
    expect(JSON.stringify(model)).toBe(
      JSON.stringify(modelOf(row([graph("requests")]))),
    );
  });

  test("has the datasource variables that it uses, hidden, and no others", () => {
    const list =
      modelOf(
        row([
          graph("requests"),
          logs("lines", { ...said, queries: [logQuery('{job="x"}')] }),
          nodeGraph("map", { ...said, queries: [serviceMap()] }),
        ]),
      ).templating.list ?? [];
    expect(
      list.map(({ name, type, query: plugin, hide }) => [
        name,
        type,
        plugin,
        hide,
      ]),
    ).toEqual([
      ["datasource", "datasource", "prometheus", 2],
      ["logs", "datasource", "loki", 2],
      ["traces", "datasource", "tempo", 2],
    ]);
  });

  test("numbers panels by key, so that moving them renumbers none", () => {
    const ids = (rows: Row[]) =>
      Object.fromEntries(
        dashboard({
          uid: "u",
          title: "t",
          description: "d",
          system: "shop",
          rows,
        }).panels.map(({ key, id }) => [key, id]),
      );
    const expected = { a: panelIdOf("a"), b: panelIdOf("b") };
    expect(ids([row([graph("a"), graph("b")])])).toEqual(expected);
    expect(ids([row([graph("b")]), row("More", [graph("a")])])).toEqual(
      expected,
    );
  });

  test("can be linked by alerts, panel by panel", () => {
    const made = dashboard({
      uid: "u",
      title: "t",
      description: "d",
      system: "shop",
      rows: [row([graph("a")])],
    });
    expect(panelOf(made, "a")).toEqual({
      dashboardUid: "u",
      panelId: panelIdOf("a"),
      panelKey: "a",
    });
  });

  test("places panels below their headings, and folded rows hold theirs", () => {
    const panels =
      modelOf(
        row([graph("a")]),
        row("Open", [graph("b")]),
        row("Folded", [graph("c")], { collapsed: true }),
        row("Last", [graph("d")]),
      ).panels ?? [];
    expect(
      panels.map(({ type, title, gridPos }) => [type, title, gridPos?.y]),
    ).toEqual([
      ["timeseries", "Title", 0],
      ["row", "Open", 8],
      ["timeseries", "Title", 9],
      ["row", "Folded", 17],
      ["row", "Last", 18],
      ["timeseries", "Title", 19],
    ]);
    expect(panels[3]).toMatchObject({
      collapsed: true,
      panels: [{ type: "timeseries", gridPos: { x: 0, y: 18, w: 12, h: 8 } }],
    });
  });

  test("marks firing alerts and deployments of its system", () => {
    const list = modelOf(row([graph("a")])).annotations.list ?? [];
    expect(list.map(({ name }) => name)).toEqual([
      "Annotations & Alerts",
      "Firing alerts",
      "Deployments",
    ]);
    expect(list[1]).toMatchObject({
      datasource: { type: "prometheus", uid: "${datasource}" },
      target: {
        expr: 'max by (alertname, severity, team) (ALERTS{alertstate="firing"})',
      },
    });
    expect(list[2]).toMatchObject({ target: { tags: ["deployment", "shop"] } });
  });

  test("links the other dashboards of its system by tag", () => {
    expect(modelOf(row([graph("a")])).links).toMatchObject([
      { type: "dashboards", tags: ["shop"], keepTime: true, includeVars: true },
    ]);
    expect(dashboardLink("SLOs", "shop-slos").url).toBe(
      "/d/shop-slos?${__url_time_range}&${__all_variables}",
    );
  });

  test("repeats panels and rows for each value of a variable", () => {
    const made = dashboard({
      uid: "u",
      title: "t",
      description: "d",
      system: "shop",
      variables: [
        queryVariable("job", "label_values(up, job)", {
          multi: true,
          includeAll: true,
        }),
      ],
      rows: [
        row([
          timeseries("a", {
            ...said,
            unit: "reqps",
            queries: [rate],
            repeat: "job",
          }),
        ]),
        row("$job", [graph("b")], { repeat: "job" }),
      ],
    });
    expect(made.model.panels).toMatchObject([
      { repeat: "job", repeatDirection: "h" },
      { type: "row", repeat: "job" },
      {},
    ]);
    expect(made.model.templating.list?.[1]).toMatchObject({
      name: "job",
      query: "label_values(up, job)",
      datasource: { type: "prometheus", uid: "${datasource}" },
      current: { text: ["All"], value: ["$__all"] },
    });
  });
});

describe("panels", () => {
  test("ask over the range, once, as a table or as buckets, as they show it best", () => {
    const asks = (panel: Panel) =>
      (rendered(panel)["targets"] as Record<string, unknown>[]).map(
        ({ range, instant, format }) => ({ range, instant, format }),
      );
    const props = { ...said, unit: "short", queries: [rate] } as const;
    expect(asks(timeseries("a", props))).toEqual([
      { range: true, instant: false, format: "time_series" },
    ]);
    expect(asks(bargauge("a", props))).toEqual([
      { range: false, instant: true, format: "time_series" },
    ]);
    expect(asks(table("a", props))).toEqual([
      { range: false, instant: true, format: "table" },
    ]);
    expect(asks(heatmap("a", props))).toEqual([
      { range: true, instant: false, format: "heatmap" },
    ]);
    expect(asks(stat("a", { ...props, sparkline: false }))).toEqual([
      { range: false, instant: true, format: "time_series" },
    ]);
    const overruled = [query("x", "x", { mode: "range", format: "table" })];
    expect(asks(table("a", { ...props, queries: overruled }))).toEqual([
      { range: true, instant: false, format: "table" },
    ]);
  });

  test("name their datasource by variable, mixed where queries differ", () => {
    expect(rendered(graph("a"))["datasource"]).toEqual({
      type: "prometheus",
      uid: "${datasource}",
    });
    const both = timeseries("a", {
      ...said,
      unit: "short",
      queries: [rate, logQuery('rate({job="x"}[5m])', "lines")],
    });
    expect(rendered(both)).toMatchObject({
      datasource: { type: "datasource", uid: "-- Mixed --" },
      targets: [
        {
          refId: "A",
          datasource: { type: "prometheus", uid: "${datasource}" },
        },
        { refId: "B", datasource: { type: "loki", uid: "${logs}" } },
      ],
    });
  });

  test("ask SQL with a preferred datasource where the dashboard names one", () => {
    const made = dashboard({
      uid: "u",
      title: "t",
      description: "d",
      system: "shop",
      dataSources: { sql: { uid: "shop-db", name: "Shop database" } },
      rows: [
        row([
          table("orders", {
            ...said,
            unit: "none",
            queries: [sql("select 1")],
          }),
        ]),
      ],
    });
    expect(made.model.templating.list?.[1]).toMatchObject({
      name: "sql",
      current: { text: "Shop database", value: "shop-db" },
    });
    expect(made.model.panels?.[0]).toMatchObject({
      targets: [{ rawSql: "select 1", format: "table", rawQuery: true }],
    });
  });

  test("show thresholds as lines over time and as colours elsewhere", () => {
    const limits = highIsBad({ warning: 0.8, critical: 0.9 });
    const props = {
      ...said,
      unit: "percentunit",
      queries: [rate],
      thresholds: limits,
    } as const;
    const steps = [
      { value: null, color: "green" },
      { value: 0.8, color: "orange" },
      { value: 0.9, color: "red" },
    ];
    expect(rendered(timeseries("a", props))).toMatchObject({
      fieldConfig: {
        defaults: {
          thresholds: { mode: "absolute", steps },
          custom: { thresholdsStyle: { mode: "dashed" } },
        },
      },
    });
    expect(rendered(stat("a", props))).toMatchObject({
      fieldConfig: {
        defaults: { thresholds: { steps }, color: { mode: "thresholds" } },
      },
    });
  });

  test("draw no thresholds where there are none", () => {
    const { fieldConfig } = rendered(graph("a")) as {
      fieldConfig: { defaults: { custom: object } };
    };
    expect(fieldConfig.defaults.custom).not.toHaveProperty("thresholdsStyle");
  });

  test("keep units, ends and overrides", () => {
    const panel = gauge("a", {
      ...said,
      unit: "percent",
      min: 99,
      max: 100,
      decimals: 3,
      mappings: { 1: { text: "Up", color: "green" }, 0: "Down" },
      overrides: [
        byName("Errors", { color: "red", axis: "right", dashed: true }),
        byRegexp("/^p99/", { unit: "s" }),
      ],
      queries: [query("x")],
    });
    expect(rendered(panel)).toMatchObject({
      fieldConfig: {
        defaults: { unit: "percent", min: 99, max: 100, decimals: 3 },
        overrides: [
          {
            matcher: { id: "byName", options: "Errors" },
            properties: [
              { id: "color", value: { mode: "fixed", fixedColor: "red" } },
              { id: "custom.axisPlacement", value: "right" },
              { id: "custom.lineStyle", value: { fill: "dash" } },
            ],
          },
          { matcher: { id: "byRegexp", options: "/^p99/" } },
        ],
      },
    });
  });

  test("reach options of the Foundation SDK that have no name here", () => {
    const panel = timeseries("a", {
      ...said,
      unit: "reqps",
      queries: [rate],
      sdk: (builder) => builder.axisGridShow(false).lineWidth(3),
    });
    expect(rendered(panel)).toMatchObject({
      fieldConfig: {
        defaults: { custom: { axisGridShow: false, lineWidth: 3 } },
      },
    });
  });

  test("list the alerts of the dashboard's system", () => {
    expect(rendered(alertlist("a", said))).toMatchObject({
      type: "alertlist",
      options: { alertInstanceLabelFilter: '{system="shop"}' },
    });
  });
});

test("thresholds say from where on a colour holds", () => {
  expect(lowIsBad({ warning: 0.99, critical: 0.95 })).toEqual(
    thresholds("red", [0.95, "orange"], [0.99, "green"]),
  );
  expect(lowIsBad({ critical: 0.95 })).toEqual(
    thresholds("red", [0.95, "green"]),
  );
  expect(lowIsBad({ warning: 0.99 })).toEqual(
    thresholds("orange", [0.99, "green"]),
  );
});

test("refIds go on after Z", () => {
  expect([0, 25, 26, 27, 52].map(refIdAt)).toEqual([
    "A",
    "Z",
    "AA",
    "AB",
    "BA",
  ]);
});
