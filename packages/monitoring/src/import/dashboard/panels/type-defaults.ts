import type { Fields } from "../../../internal/json-tree";

const hideFrom = { legend: false, tooltip: false, viz: false };
const reduceOptions = { calcs: ["lastNotNull"], fields: "", values: false };
const tooltip = { mode: "single", sort: "none", hideZeros: false };
const legend = {
  calcs: [],
  displayMode: "list",
  placement: "bottom",
  showLegend: true,
};
const axis = {
  axisBorderShow: false,
  axisCenteredZero: false,
  axisColorMode: "text",
  axisLabel: "",
  axisPlacement: "auto",
  gradientMode: "none",
  hideFrom,
  lineWidth: 1,
  scaleDistribution: { type: "linear" },
  thresholdsStyle: { mode: "off" },
};

/** What a panel of a type says when it says nothing. */
export interface PanelDefaults {
  readonly options: Fields;
  readonly custom?: Fields;
  /** The colour mode of `fieldConfig.defaults.color`; none where the panel has no such setting. */
  readonly color?: string;
}

/** What Grafana assumes where a panel of a type says nothing. Source: the panels' own default options. */
export const typeDefaults: Readonly<Record<string, PanelDefaults>> = {
  timeseries: {
    options: { legend, tooltip },
    custom: {
      ...axis,
      barAlignment: 0,
      barWidthFactor: 0.6,
      drawStyle: "line",
      fillOpacity: 0,
      insertNulls: false,
      lineInterpolation: "linear",
      lineStyle: { fill: "solid" },
      pointSize: 5,
      showPoints: "auto",
      showValues: false,
      spanNulls: false,
      stacking: { group: "A", mode: "none" },
    },
    color: "palette-classic",
  },
  stat: {
    options: {
      colorMode: "value",
      graphMode: "area",
      justifyMode: "auto",
      orientation: "auto",
      percentChangeColorMode: "standard",
      reduceOptions,
      showPercentChange: false,
      textMode: "auto",
      wideLayout: true,
    },
    color: "thresholds",
  },
  gauge: {
    options: {
      minVizHeight: 75,
      minVizWidth: 75,
      orientation: "auto",
      reduceOptions,
      showThresholdLabels: false,
      showThresholdMarkers: true,
      sizing: "auto",
    },
    color: "thresholds",
  },
  bargauge: {
    options: {
      displayMode: "gradient",
      legend: { ...legend, showLegend: false },
      maxVizHeight: 300,
      minVizHeight: 16,
      minVizWidth: 8,
      namePlacement: "auto",
      orientation: "auto",
      reduceOptions,
      showUnfilled: true,
      sizing: "auto",
      valueMode: "color",
    },
    color: "thresholds",
  },
  table: {
    options: {
      cellHeight: "sm",
      frameIndex: 0,
      showHeader: true,
      showTypeIcons: false,
      sortBy: [],
    },
    custom: {
      align: "auto",
      cellOptions: { type: "auto" },
      filterable: false,
      inspect: false,
    },
    color: "thresholds",
  },
  piechart: {
    options: {
      displayLabels: [],
      legend: { ...legend, values: [] },
      orientation: "auto",
      pieType: "pie",
      reduceOptions,
      tooltip,
    },
    custom: { hideFrom },
    color: "palette-classic",
  },
  barchart: {
    options: {
      barRadius: 0,
      barWidth: 0.97,
      fullHighlight: false,
      groupWidth: 0.7,
      legend,
      orientation: "auto",
      showValue: "auto",
      stacking: "none",
      tooltip,
      xTickLabelMaxLength: 0,
      xTickLabelRotation: 0,
      xTickLabelSpacing: 0,
    },
    custom: { ...axis, fillOpacity: 80 },
    color: "palette-classic",
  },
  histogram: {
    options: {
      bucketCount: 30,
      bucketOffset: 0,
      combine: false,
      legend,
      tooltip,
    },
    custom: {
      fillOpacity: 80,
      gradientMode: "none",
      hideFrom,
      lineWidth: 1,
      stacking: { group: "A", mode: "none" },
    },
    color: "palette-classic",
  },
  heatmap: {
    options: {
      calculate: false,
      cellGap: 1,
      color: {
        exponent: 0.5,
        fill: "dark-orange",
        mode: "scheme",
        reverse: false,
        scale: "exponential",
        scheme: "Oranges",
        steps: 64,
      },
      exemplars: { color: "rgba(255,0,255,0.7)" },
      filterValues: { le: 1e-9 },
      legend: { show: true },
      rowsFrame: { layout: "auto" },
      selectionMode: "x",
      showValue: "auto",
      tooltip: { mode: "single", showColorScale: false, yHistogram: false },
      yAxis: { axisPlacement: "left", reverse: false, unit: "none" },
    },
    custom: { hideFrom, scaleDistribution: { type: "linear" } },
  },
  logs: {
    options: {
      dedupStrategy: "none",
      enableInfiniteScrolling: false,
      enableLogDetails: true,
      prettifyLogMessage: false,
      showCommonLabels: false,
      showLabels: false,
      showLogContextToggle: false,
      showTime: false,
      sortOrder: "Descending",
      wrapLogMessage: false,
    },
  },
  "state-timeline": {
    options: {
      alignValue: "left",
      legend,
      mergeValues: true,
      perPage: 20,
      rowHeight: 0.9,
      showValue: "auto",
      tooltip,
    },
    custom: {
      fillOpacity: 70,
      hideFrom,
      insertNulls: false,
      lineWidth: 0,
      spanNulls: false,
    },
    color: "continuous-GrYlRd",
  },
  "status-history": {
    options: {
      colWidth: 0.9,
      legend,
      perPage: 20,
      rowHeight: 0.9,
      showValue: "auto",
      tooltip,
    },
    custom: { fillOpacity: 70, hideFrom, lineWidth: 1 },
    color: "thresholds",
  },
  text: {
    options: {
      code: {
        language: "plaintext",
        showLineNumbers: false,
        showMiniMap: false,
      },
      mode: "markdown",
    },
  },
};
