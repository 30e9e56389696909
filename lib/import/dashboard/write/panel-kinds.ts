import {
  fieldsOf,
  listOf,
  numberOf,
  textOf,
  type Fields,
  type Json,
  plainText,
} from "../json";
import type { ExpressionFields } from "./expression";
import type { Shape } from "./query-words";

/** A panel with what Grafana assumes filled in, as its kind reads it. */
export interface FullPanel {
  readonly panel: Fields;
  readonly options: Fields;
  readonly defaults: Fields;
  readonly custom: Fields;
}

/** A kind of panel of the house style: its word, and how it reads what only it has. */
export interface PanelKind {
  readonly word: string;
  readonly shape: (panel: FullPanel) => Shape;
  readonly width: number;
  readonly height: number;
  /** Whether a unit is asked for. */
  readonly numeric: boolean;
  /** Whether it takes queries at all. */
  readonly asks: boolean;
  readonly words: (panel: FullPanel) => ExpressionFields;
}

const series: Shape = { mode: "range", format: "time_series" };
const single: Shape = { mode: "instant", format: "time_series" };
const rows: Shape = { mode: "instant", format: "table" };

/** `value` unless it is what the word says by itself. */
function unless<T extends string | number | boolean>(
  value: Json,
  usual: T,
): T | undefined {
  return value === usual ? undefined : (value as T);
}

const oneOf = (value: Json, ...allowed: readonly string[]) =>
  typeof value === "string" && allowed.includes(value) ? value : undefined;

const calculations = [
  "lastNotNull",
  "last",
  "mean",
  "min",
  "max",
  "sum",
  "count",
  "delta",
  "range",
];

function calculationWord({ options }: FullPanel): string | undefined {
  const { calcs } = fieldsOf(options.reduceOptions);
  const [name, ...others] = Array.isArray(calcs) ? calcs : [];
  return others.length > 0 || name === "lastNotNull"
    ? undefined
    : oneOf(name, ...calculations);
}

const allRows = ({ options }: FullPanel) =>
  fieldsOf(options.reduceOptions).values === true ? true : undefined;

function legendWords(
  { options }: FullPanel,
  usual: string,
  withValues: boolean,
): ExpressionFields {
  const { showLegend, displayMode, placement, calcs } = fieldsOf(
    options.legend,
  );
  const table = displayMode === "table";
  const legend =
    showLegend === false
      ? "hidden"
      : table
        ? placement === "right"
          ? "right"
          : "table"
        : "list";
  const values = Array.isArray(calcs) ? calcs.map(String) : [];
  const same = values.join() === "lastNotNull,mean,max";
  return {
    legend: unless(legend, usual),
    legendValues:
      withValues && (legend === "table" || legend === "right") && !same
        ? values
        : undefined,
  };
}

function tooltipWord({ options }: FullPanel): string | undefined {
  const { mode, sort } = fieldsOf(options.tooltip);
  if (mode === "multi") return sort === "none" ? "unsorted" : undefined;
  return oneOf(mode, "single", "none");
}

function timeseriesWords(full: FullPanel): ExpressionFields {
  const { custom, defaults } = full;
  const stack = plainText(fieldsOf(custom.stacking).mode);
  const drawStyle = oneOf(custom.drawStyle, "line", "bars", "points") ?? "line";
  const fill = drawStyle === "bars" ? 60 : stack === "none" ? 10 : 30;
  const scale = fieldsOf(custom.scaleDistribution);
  const style = oneOf(
    fieldsOf(custom.thresholdsStyle).mode,
    "off",
    "line",
    "dashed",
    "area",
    "line+area",
    "dashed+area",
  );
  const number = (value: Json) =>
    typeof value === "number" ? value : undefined;
  return {
    ...legendWords(full, "list", true),
    tooltip: tooltipWord(full),
    drawStyle: unless(drawStyle, "line"),
    interpolation: unless(
      oneOf(
        custom.lineInterpolation,
        "linear",
        "smooth",
        "stepBefore",
        "stepAfter",
      ),
      "linear",
    ),
    lineWidth: unless(number(custom.lineWidth), 1),
    points: unless(
      oneOf(custom.showPoints, "auto", "never", "always"),
      "never",
    ),
    fill: unless(number(custom.fillOpacity), fill),
    stack: unless(oneOf(stack, "none", "normal", "percent"), "none"),
    thresholdStyle:
      defaults.thresholds === undefined ? undefined : unless(style, "dashed"),
    axisLabel: textOf(custom.axisLabel),
    scale:
      scale.type === "log" && (scale.log === 2 || scale.log === 10)
        ? `log${scale.log}`
        : undefined,
    softMin: number(custom.axisSoftMin),
    softMax: number(custom.axisSoftMax),
  };
}

function statWords(full: FullPanel): ExpressionFields {
  const { options } = full;
  return {
    calculation: calculationWord(full),
    sparkline: options.graphMode === "none" ? false : undefined,
    background: options.colorMode === "background" ? true : undefined,
    text: unless(
      oneOf(
        options.textMode,
        "auto",
        "value",
        "value_and_name",
        "name",
        "none",
      ),
      "auto",
    ),
  };
}

function sortWords({ options, custom }: FullPanel): ExpressionFields {
  const [sort, ...others] = listOf(options.sortBy);
  const column = textOf(sort?.displayName);
  return {
    sortBy:
      column === undefined || others.length > 0
        ? undefined
        : { column, descending: sort?.desc === true ? true : undefined },
    filterable: custom.filterable === true ? undefined : false,
  };
}

function alertlistWords({ options }: FullPanel): ExpressionFields {
  const states = Object.entries(fieldsOf(options.stateFilter)).flatMap(
    ([state, shown]) => (shown === true ? [state] : []),
  );
  const known = [
    "firing",
    "pending",
    "recovering",
    "noData",
    "normal",
    "error",
  ];
  const said = states.filter((state) => known.includes(state));
  const { maxItems } = options;
  return {
    filter:
      typeof options.alertInstanceLabelFilter === "string"
        ? options.alertInstanceLabelFilter
        : undefined,
    limit: typeof maxItems === "number" ? unless(maxItems, 20) : undefined,
    states:
      said.length === 0 || said.join() === "firing,pending,noData,error"
        ? undefined
        : said,
  };
}

const visibility = (value: Json) => oneOf(value, "auto", "never", "always");

const half = { width: 12, height: 8, numeric: true, asks: true };

/** The kinds by Grafana's panel type. */
export const panelKinds: Readonly<Record<string, PanelKind>> = {
  timeseries: {
    ...half,
    word: "timeseries",
    shape: () => series,
    words: timeseriesWords,
  },
  stat: {
    ...half,
    word: "stat",
    width: 6,
    height: 4,
    shape: ({ options }) => (options.graphMode === "none" ? single : series),
    words: statWords,
  },
  gauge: {
    ...half,
    word: "gauge",
    width: 6,
    height: 4,
    shape: () => single,
    words: (full) => ({
      // Asked for; what the original does not say is taken away again.
      min: numberOf(full.defaults.min) ?? 0,
      max: numberOf(full.defaults.max) ?? 100,
      calculation: calculationWord(full),
      thresholdLabels:
        full.options.showThresholdLabels === true ? true : undefined,
    }),
  },
  bargauge: {
    ...half,
    word: "bargauge",
    shape: () => single,
    words: (full) => ({
      orientation:
        full.options.orientation === "vertical" ? "vertical" : undefined,
      display: unless(
        oneOf(full.options.displayMode, "basic", "lcd", "gradient"),
        "gradient",
      ),
      calculation: calculationWord(full),
      allRows: allRows(full),
    }),
  },
  table: {
    ...half,
    word: "table",
    width: 24,
    shape: () => rows,
    words: sortWords,
  },
  piechart: {
    ...half,
    word: "piechart",
    shape: () => single,
    words: (full) => ({
      shape: full.options.pieType === "pie" ? "pie" : undefined,
      calculation: calculationWord(full),
      allRows: allRows(full),
      tooltip: tooltipWord(full),
    }),
  },
  heatmap: {
    ...half,
    word: "heatmap",
    shape: ({ options }) =>
      options.calculate === true
        ? series
        : { mode: "range", format: "heatmap" },
    words: ({ options }) => ({
      calculate: options.calculate === true ? true : undefined,
      scheme: unless(textOf(fieldsOf(options.color).scheme), "Oranges"),
    }),
  },
  barchart: {
    ...half,
    word: "barchart",
    shape: () => rows,
    words: (full) => ({
      orientation:
        full.options.orientation === "horizontal" ? "horizontal" : undefined,
      xField: textOf(full.options.xField),
      stack: unless(
        oneOf(full.options.stacking, "none", "normal", "percent"),
        "none",
      ),
      legend: legendWords(full, "list", false).legend,
      tooltip: tooltipWord(full),
    }),
  },
  histogram: {
    ...half,
    word: "histogram",
    shape: () => series,
    words: (full) => ({
      bucketSize:
        typeof full.options.bucketSize === "number"
          ? full.options.bucketSize
          : undefined,
      combine: full.options.combine === true ? true : undefined,
      legend: legendWords(full, "list", false).legend,
      tooltip: tooltipWord(full),
    }),
  },
  "state-timeline": {
    ...half,
    word: "stateTimeline",
    shape: () => series,
    words: (full) => ({
      mergeValues: full.options.mergeValues === false ? false : undefined,
      showValues: unless(visibility(full.options.showValue), "auto"),
      legend: legendWords(full, "hidden", false).legend,
      tooltip: tooltipWord(full),
    }),
  },
  "status-history": {
    ...half,
    word: "statusHistory",
    shape: () => series,
    words: (full) => ({
      showValues: unless(visibility(full.options.showValue), "auto"),
      legend: legendWords(full, "hidden", false).legend,
      tooltip: tooltipWord(full),
    }),
  },
  logs: {
    ...half,
    word: "logs",
    width: 24,
    height: 10,
    numeric: false,
    shape: () => series,
    words: ({ options }) => ({
      first: options.sortOrder === "Ascending" ? "oldest" : undefined,
      wrap: options.wrapLogMessage === true ? undefined : false,
      prettify: options.prettifyLogMessage === true ? true : undefined,
    }),
  },
  nodeGraph: {
    ...half,
    word: "nodeGraph",
    width: 24,
    height: 12,
    numeric: false,
    shape: () => series,
    words: () => ({}),
  },
  traces: {
    ...half,
    word: "traces",
    width: 24,
    height: 12,
    numeric: false,
    shape: () => ({ mode: "range", format: "table" }),
    words: () => ({}),
  },
  text: {
    ...half,
    word: "text",
    width: 24,
    height: 4,
    numeric: false,
    asks: false,
    shape: () => series,
    words: ({ options }) => ({
      content: typeof options.content === "string" ? options.content : "",
    }),
  },
  alertlist: {
    ...half,
    word: "alertlist",
    numeric: false,
    asks: false,
    shape: () => series,
    words: alertlistWords,
  },
};
