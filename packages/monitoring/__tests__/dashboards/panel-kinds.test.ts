import {
  alertlist,
  barchart,
  bargauge,
  byName,
  byType,
  gauge,
  heatmap,
  highIsBad,
  histogram,
  logs,
  piechart,
  pluginPanel,
  query,
  stat,
  stateTimeline,
  statusHistory,
  table,
  text,
  timeseries,
  type Panel,
} from "../../src/dashboards";
import { panelKindOf } from "../../src/dashboards/panel-kinds";

const said = { title: "Title", description: "What good looks like" };
const asked = { ...said, queries: [query("up")] };
const metric = { ...asked, unit: "reqps" } as const;
const looks = {
  ...metric,
  decimals: 1,
  min: 0,
  max: 10,
  thresholds: highIsBad({ warning: 1, critical: 2 }),
  color: "purple",
  mappings: { "0": "Down", "1": { text: "Up", color: "green" } },
  noValue: "none",
  interval: "1m",
  maxDataPoints: 50,
  timeFrom: "24h",
  repeat: "instance",
  repeatDirection: "vertical",
  overrides: [
    byName("errors", { color: "red", dashed: true, cell: "gauge" }),
    byType("time", { unit: "dateTimeAsIso", hidden: true, links: [] }),
  ],
} as const;

const panels: readonly Panel[] = [
  timeseries("a", metric),
  timeseries("b", {
    ...looks,
    legend: "right",
    legendValues: ["max"],
    tooltip: "unsorted",
    drawStyle: "bars",
    interpolation: "smooth",
    fill: 5,
    stack: "percent",
    thresholdStyle: "area",
    lineWidth: 3,
    points: "always",
    axisLabel: "Requests",
    scale: "log10",
    softMin: 1,
    softMax: 9,
  }),
  stat("a", metric),
  stat("b", {
    ...looks,
    calculation: "mean",
    sparkline: false,
    background: true,
    text: "name",
  }),
  gauge("a", { ...metric, min: 0, max: 1 }),
  gauge("b", { ...looks, calculation: "max", thresholdLabels: true }),
  bargauge("a", metric),
  bargauge("b", {
    ...looks,
    orientation: "vertical",
    display: "lcd",
    calculation: "sum",
    allRows: true,
  }),
  table("a", metric),
  table("b", {
    ...looks,
    sortBy: { column: "Value", descending: true },
    filterable: false,
  }),
  piechart("a", metric),
  piechart("b", {
    ...looks,
    shape: "pie",
    calculation: "last",
    allRows: true,
    tooltip: "none",
  }),
  barchart("a", metric),
  barchart("b", {
    ...looks,
    orientation: "horizontal",
    xField: "job",
    stack: "normal",
    legend: "table",
    tooltip: "single",
  }),
  histogram("a", metric),
  histogram("b", { ...looks, bucketSize: 5, combine: true, legend: "hidden" }),
  heatmap("a", metric),
  heatmap("b", { ...looks, calculate: true, scheme: "Blues" }),
  stateTimeline("a", metric),
  stateTimeline("b", {
    ...looks,
    mergeValues: false,
    showValues: "never",
    legend: "list",
    tooltip: "single",
  }),
  statusHistory("b", { ...looks, showValues: "never", legend: "right" }),
  logs("a", asked),
  logs("b", { ...asked, first: "oldest", wrap: false, prettify: true }),
  text("a", { ...said, content: "# Title" }),
  alertlist("a", said),
  alertlist("b", {
    ...said,
    filter: '{team="x"}',
    limit: 5,
    states: ["firing"],
  }),
  pluginPanel("a", { ...said, type: "geomap", options: { view: { zoom: 2 } } }),
];

test.each(
  panels.map((panel) => [`${panel.type} ${panel.key}`, panel] as const),
)(
  "what %s says is what is read from its model",
  (_, { type, model, props }) => {
    const { queries: _queries, ...expected } = props;
    const context = { system: "shop" };
    const json: unknown = JSON.parse(JSON.stringify(model(context)));
    const read = panelKindOf(type).read(
      json as Record<string, unknown>,
      context,
    );
    expect(read.props).toEqual(expected);
  },
);

test("a panel of one number asks once without a course behind it, as its author did", () => {
  const panel = stat("a", { ...metric, sparkline: false });
  const { shape } = panelKindOf("stat").read(
    { ...panel.model({ system: "shop" }) },
    { system: "shop" },
  );
  expect(shape).toEqual(panel.traits.shape);
});
