import {
  alertlist,
  barchart,
  bargauge,
  dashboard,
  gauge,
  heatmap,
  histogram,
  jaegerDependencies,
  jaegerSearch,
  jaegerTrace,
  logQuery,
  logs,
  nodeGraph,
  piechart,
  query,
  row,
  serviceMap,
  sql,
  stat,
  stateTimeline,
  statusHistory,
  table,
  tempoTrace,
  text,
  timeseries,
  traceql,
  traces,
  type Panel,
  type Query,
} from "../../src/dashboards";

const said = { title: "Title", description: "What good looks like" };
const metric = { ...said, unit: "short", queries: [query("x", "x")] } as const;

function modelOf(panel: Panel) {
  const { model } = dashboard({
    uid: "u",
    title: "t",
    description: "d",
    system: "shop",
    rows: [row([panel])],
  });
  return model.panels?.[0] as unknown as {
    type: string;
    gridPos: { w: number; h: number };
    targets: Record<string, unknown>[];
    options?: Record<string, unknown>;
    fieldConfig?: { defaults: Record<string, unknown> };
  };
}

test.each<[type: string, size: string, panel: Panel]>([
  ["timeseries", "12x8", timeseries("a", metric)],
  ["stat", "6x4", stat("a", metric)],
  ["gauge", "6x4", gauge("a", { ...metric, min: 0, max: 1 })],
  ["bargauge", "12x8", bargauge("a", metric)],
  ["barchart", "12x8", barchart("a", metric)],
  ["table", "24x8", table("a", metric)],
  ["piechart", "12x8", piechart("a", metric)],
  ["heatmap", "12x8", heatmap("a", metric)],
  ["histogram", "12x8", histogram("a", metric)],
  ["state-timeline", "12x8", stateTimeline("a", metric)],
  ["status-history", "12x8", statusHistory("a", metric)],
  ["logs", "24x10", logs("a", { ...said, queries: [logQuery('{a="b"}')] })],
  ["nodeGraph", "24x12", nodeGraph("a", { ...said, queries: [serviceMap()] })],
  ["traces", "24x12", traces("a", { ...said, queries: [tempoTrace("$id")] })],
  ["text", "24x4", text("a", { ...said, content: "Hello" })],
  ["alertlist", "12x8", alertlist("a", said)],
])(
  "a %s panel has its plugin's id, and takes %s unless told",
  (type, size, panel) => {
    const model = modelOf(panel);
    expect(model.type).toBe(type);
    expect(`${model.gridPos.w}x${model.gridPos.h}`).toBe(size);
  },
);

test.each([
  timeseries("a", metric),
  stat("a", metric),
  bargauge("a", metric),
  barchart("a", metric),
  table("a", metric),
  piechart("a", metric),
  heatmap("a", metric),
  histogram("a", metric),
  stateTimeline("a", metric),
  statusHistory("a", metric),
])(
  "a panel of numbers keeps its unit and says when there is nothing",
  (panel) => {
    expect(modelOf(panel).fieldConfig?.defaults).toMatchObject({
      unit: "short",
      noValue: "-",
    });
  },
);

test.each<[what: string, query: Query, target: Record<string, unknown>]>([
  [
    "a search in Tempo",
    traceql("{ status = error }", { limit: 5, table: "spans" }),
    {
      queryType: "traceql",
      query: "{ status = error }",
      limit: 5,
      tableType: "spans",
    },
  ],
  [
    "a search in Jaeger",
    jaegerSearch("cart", { minDuration: "1s", operation: "GET /" }),
    {
      queryType: "search",
      service: "cart",
      minDuration: "1s",
      operation: "GET /",
      limit: 20,
    },
  ],
  [
    "lines of Loki",
    logQuery('{a="b"}', undefined, { maxLines: 100 }),
    { expr: '{a="b"}', queryType: "instant", maxLines: 100 },
  ],
  [
    "rows of a database",
    sql("select 1"),
    { rawSql: "select 1", rawQuery: true, format: "table" },
  ],
  [
    "a metric day by day",
    query("x", "x", { mode: "range", step: "1d", exemplars: true }),
    { expr: "x", range: true, instant: false, interval: "1d", exemplar: true },
  ],
])("%s is asked as its datasource expects", (_, asked, target) => {
  const [found] = modelOf(
    table("a", { ...said, unit: "none", queries: [asked] }),
  ).targets;
  expect(found).toMatchObject(target);
});

test.each<[what: string, query: Query, target: Record<string, unknown>]>([
  [
    "Tempo's service map",
    serviceMap('{a="b"}'),
    { queryType: "serviceMap", serviceMapQuery: '{a="b"}' },
  ],
  ["Jaeger's graph", jaegerDependencies(), { queryType: "dependencyGraph" }],
])("%s is asked as its datasource expects", (_, asked, target) => {
  const [found] = modelOf(
    nodeGraph("a", { ...said, queries: [asked] }),
  ).targets;
  expect(found).toMatchObject(target);
});

test.each([
  [tempoTrace("$id"), { queryType: "traceId", query: "$id" }],
  [jaegerTrace("$id"), { query: "$id" }],
])("one trace is asked for by its id", (asked, target) => {
  const [found] = modelOf(traces("a", { ...said, queries: [asked] })).targets;
  expect(found).toMatchObject(target);
});

test("a legend can be a table beside the graph, and lines can be stacked", () => {
  const model = modelOf(
    timeseries("a", {
      ...metric,
      legend: "right",
      stack: "normal",
      scale: "log2",
    }),
  );
  expect(model.options).toMatchObject({
    legend: { displayMode: "table", placement: "right", showLegend: true },
    tooltip: { mode: "multi", sort: "desc" },
  });
  expect(model.fieldConfig?.defaults).toMatchObject({
    custom: {
      stacking: { mode: "normal" },
      fillOpacity: 30,
      scaleDistribution: { type: "log", log: 2 },
    },
  });
});
