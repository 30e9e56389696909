import {
  numberOf,
  own,
  type Fields,
  plainText,
} from "../../../internal/json-tree";
import type { Ledger } from "../ledger";
import { readAxes } from "./graph-axes";
import { readColors, readSeries } from "./graph-series";
import { readThresholds } from "./graph-thresholds";
import { calculationOf, migrationTo, type Migration } from "./migration";

/**
 * `graph` becomes `timeseries`; with an x axis of series it becomes `barchart`, with one of a histogram `histogram`.
 * Source: the fields of both panels as Grafana's own migration reads them.
 */
export function migrateGraph(panel: Fields, ledger: Ledger): void {
  if (panel.type !== "graph" && panel.type !== "graph2") return;
  const xaxis = ledger.open(panel, "xaxis");
  const mode = ledger.take("graph", xaxis, "mode");
  const type =
    mode === "series"
      ? "barchart"
      : mode === "histogram"
        ? "histogram"
        : "timeseries";
  const migration = migrationTo(type, "graph", panel, ledger);
  if (type === "barchart") readSeriesAxis(migration, xaxis);
  readXAxis(migration, xaxis, type);
  readLegend(migration, ledger.open(panel, "legend"));
  readTooltip(migration, ledger.open(panel, "tooltip"));
  readLines(migration, type);
  const right = readAxes(migration);
  readSeries(migration, right);
  readColors(migration);
  readThresholds(migration);
  readOptions(migration);
}

function readXAxis(
  { ledger, options }: Migration,
  xaxis: Fields,
  type: string,
): void {
  if (own(xaxis, "show") === true || type !== "timeseries")
    ledger.take("graph", xaxis, "show");
  if (type === "histogram") {
    const buckets = numberOf(own(xaxis, "buckets"));
    if (buckets !== undefined) {
      ledger.take("graph", xaxis, "buckets");
      options.bucketCount = buckets;
    }
  }
  if (type === "timeseries") ledger.take("graph", xaxis, "values");
  ledger.takeOff("graph", xaxis, ["buckets", "name", "values", "min", "max"]);
}

/** A bar per series shows one number of it. */
function readSeriesAxis({ ledger, panel }: Migration, xaxis: Fields): void {
  const values = own(xaxis, "values");
  const [value] = Array.isArray(values) ? values : [];
  ledger.take("graph", xaxis, "values");
  const present = Array.isArray(panel.transformations)
    ? panel.transformations
    : [];
  const calculation =
    calculationOf(plainText(value ?? "total")) ?? plainText(value);
  panel.transformations = [
    ...present,
    { id: "reduce", options: { reducers: [calculation] } },
  ];
}

const columns = ["current", "min", "max", "avg", "total", "first"] as const;

const columnNames: Readonly<Record<string, string>> = {
  current: "Last *",
  min: "Min",
  max: "Max",
  avg: "Mean",
  total: "Total",
  first: "First *",
};

function readLegend({ ledger, options }: Migration, legend: Fields): void {
  const take = (field: string) => ledger.take("graph", legend, field);
  const show = take("show") !== false;
  const table = take("alignAsTable") === true;
  const right = take("rightSide") === true;
  const values = take("values") === true;
  const calcs = columns
    .filter((column) => take(column) === true)
    .map((column) => calculationOf(column) ?? column);
  const width = numberOf(take("sideWidth"));
  const sort = own(legend, "sort");
  const named = typeof sort === "string" ? columnNames[sort] : undefined;
  options.legend = {
    showLegend: show,
    displayMode: table ? "table" : "list",
    placement: right ? "right" : "bottom",
    calcs: values ? calcs : [],
    ...(width === undefined || width <= 0 ? {} : { width }),
    ...(named === undefined
      ? {}
      : { sortBy: named, sortDesc: own(legend, "sortDesc") === true }),
  };
  if (named !== undefined) {
    take("sort");
    take("sortDesc");
  }
  ledger.takeOff("graph", legend, [
    "sort",
    "sortDesc",
    "hideEmpty",
    "hideZero",
  ]);
  for (const field of ["hideEmpty", "hideZero"])
    ledger.refuse(
      legend,
      field,
      "series without values left out of the legend",
      "legends have no such option: leave them out of the query, with `> 0` or `!= 0`",
    );
}

function readTooltip({ ledger, options }: Migration, tooltip: Fields): void {
  const shared = ledger.take("graph", tooltip, "shared") !== false;
  const sort = ledger.take("graph", tooltip, "sort");
  options.tooltip = {
    mode: shared ? "multi" : "single",
    sort: sort === 1 ? "asc" : sort === 2 ? "desc" : "none",
  };
  // A stack's value is the series' own in the new panel, whichever was asked for.
  for (const field of ["value_type", "msResolution", "query_as_alias"])
    ledger.take("graph", tooltip, field);
}

function readLines(migration: Migration, type: string): void {
  const { ledger, panel, defaults, custom } = migration;
  const take = (field: string) => ledger.take("graph", panel, field);
  const lines = take("lines") !== false;
  const bars = take("bars") === true;
  const points = take("points") === true;
  const width = numberOf(take("linewidth")) ?? 1;
  const fill = numberOf(take("fill")) ?? 1;
  const gradient = numberOf(take("fillGradient")) ?? 0;
  const radius = numberOf(take("pointradius"));
  const stepped = take("steppedLine") === true;
  const dashed = take("dashes") === true;
  const dash = numberOf(take("dashLength")) ?? 10;
  const space = numberOf(take("spaceLength")) ?? 10;
  const stacked = take("stack") === true;
  const percentage = take("percentage") === true;
  const decimals = numberOf(take("decimals"));
  const missing = own(panel, "nullPointMode");
  if (missing === "null as zero")
    ledger.refuse(
      panel,
      "nullPointMode",
      "points without a value drawn as zero",
      "time series panels have no such option: make the query give zero, for example with `or on() vector(0)`",
    );
  else take("nullPointMode");
  ledger.takeOff("graph", panel, [
    "hiddenSeries",
    "timeRegions",
    "grid",
    "leftYAxisLabel",
    "rightYAxisLabel",
  ]);
  ledger.refuse(
    panel,
    "timeRegions",
    "shaded times of day or week",
    "time series panels have none: make an annotation of them",
  );
  if (decimals !== undefined) defaults.decimals = decimals;
  custom.lineWidth = bars || lines ? width : 0;
  // Bars are solid, with a gradient too.
  custom.fillOpacity = bars ? 100 : (gradient > 0 ? gradient : fill) * 10;
  custom.gradientMode = gradient > 0 ? "opacity" : "none";
  if (type !== "timeseries") return;
  custom.drawStyle = bars ? "bars" : lines ? "line" : "points";
  custom.showPoints = points ? "always" : "never";
  if (points && radius !== undefined) custom.pointSize = 2 + radius * 2;
  custom.lineInterpolation = stepped ? "stepAfter" : "linear";
  if (dashed) custom.lineStyle = { fill: "dash", dash: [dash, space] };
  custom.spanNulls = missing === "connected";
  custom.stacking = {
    group: "A",
    mode: stacked ? (percentage ? "percent" : "normal") : "none",
  };
}

/** Links on values are the fields' own in panels of the new type. */
function readOptions({ ledger, defaults, options }: Migration): void {
  const links = own(options, "dataLinks");
  if (Array.isArray(links)) {
    delete options.dataLinks;
    if (links.length > 0) defaults.links = links;
    else ledger.note("graph", links);
  }
  ledger.take("graph", options, "alertThreshold");
}
