import { fieldsOf, numberOf, textOf } from "../../../internal/json-tree";
import type { ExpressionFields } from "./expression";
import {
  alertlistWords,
  allRows,
  calculationWord,
  legendWords,
  oneOf,
  sortWords,
  statWords,
  timeseriesWords,
  tooltipWord,
  unless,
  visibility,
  type FullPanel,
} from "./kind-words";
import type { Shape } from "./query-words";

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
