import {
  GraphDrawStyle,
  GraphThresholdsStyleMode,
  LineInterpolation,
  StackingMode,
  VisibilityMode,
} from "@grafana/grafana-foundation-sdk/common";
import { PanelBuilder } from "@grafana/grafana-foundation-sdk/timeseries";
import { text, number, oneOf, called, type Form } from "../form";
import type { Panel, ValuePanelProps } from "../panel";
import { panelKind, type OwnProperties, colorMode } from "../panel-kind";
import { always } from "../property";
import { assumedAxis, assumedLegend, assumedTooltip } from "./assumed";
import {
  legend,
  legendValues,
  tooltipProperty,
  type Legend,
  type Tooltip,
} from "./legend";

type ThresholdStyle = Exclude<`${GraphThresholdsStyleMode}`, "series">;

export interface TimeseriesProps extends ValuePanelProps<PanelBuilder> {
  /** @default "list" */
  readonly legend?: Legend;
  /** @default "line" */
  readonly drawStyle?: "line" | "bars" | "points";
  /** @default "linear" */
  readonly interpolation?: `${LineInterpolation}`;
  /** Opacity below the line in percent. @default 10, 30 when stacked, 60 for bars */
  readonly fill?: number;
  /** @default "none" */
  readonly stack?: `${StackingMode}`;
  /** How thresholds are drawn. @default "dashed" */
  readonly thresholdStyle?: ThresholdStyle;
  /** In pixels. @default 1 */
  readonly lineWidth?: number;
  /** Whether single values are marked. @default "never" */
  readonly points?: `${VisibilityMode}`;
  /** What the pointer shows. @default "multi" */
  readonly tooltip?: Tooltip;
  /** The columns of the legend's table. @default ["lastNotNull", "mean", "max"] */
  readonly legendValues?: readonly string[];
  /** @default - none */
  readonly axisLabel?: string;
  /** @default "linear" */
  readonly scale?: "linear" | "log2" | "log10";
  /** Largest lower end of the axis; it falls with the data. @default - from the data */
  readonly softMin?: number;
  /** Smallest upper end of the axis; it grows with the data. @default - from the data */
  readonly softMax?: number;
}

/** Opacity in percent where the author says nothing. */
function usualFill({ drawStyle, stack = "none" }: TimeseriesProps): number {
  if (drawStyle === "bars") return 60;
  return stack === "none" ? 10 : 30;
}

const { Series: _, ...styles } = GraphThresholdsStyleMode;

/** Said only beside thresholds. */
const thresholdStyle: Form<ThresholdStyle, TimeseriesProps> = {
  write: (style, { thresholds }) => thresholds && style,
  read: (found, { thresholds }) =>
    thresholds && oneOf(styles).read(found, undefined),
};

const properties: OwnProperties<TimeseriesProps> = {
  legend: { path: "options.legend", form: legend, usual: "list" },
  legendValues: { path: "options.legend.calcs", form: legendValues },
  tooltip: tooltipProperty,
  drawStyle: {
    path: "fieldConfig.defaults.custom.drawStyle",
    form: oneOf(GraphDrawStyle),
    usual: "line",
  },
  interpolation: {
    path: "fieldConfig.defaults.custom.lineInterpolation",
    form: oneOf(LineInterpolation),
    usual: "linear",
  },
  lineWidth: {
    path: "fieldConfig.defaults.custom.lineWidth",
    form: number,
    usual: 1,
  },
  fill: {
    path: "fieldConfig.defaults.custom.fillOpacity",
    form: number,
    usual: usualFill,
  },
  "fieldConfig.defaults.custom.gradientMode": always("none"),
  points: {
    path: "fieldConfig.defaults.custom.showPoints",
    form: oneOf(VisibilityMode),
    usual: "never",
  },
  "fieldConfig.defaults.custom.axisPlacement": always("auto"),
  stack: {
    path: "fieldConfig.defaults.custom.stacking.mode",
    form: oneOf(StackingMode),
    usual: "none",
  },
  "fieldConfig.defaults.custom.stacking.group": always("A"),
  thresholdStyle: {
    path: "fieldConfig.defaults.custom.thresholdsStyle.mode",
    form: thresholdStyle,
    usual: ({ thresholds }) => thresholds && "dashed",
  },
  axisLabel: { path: "fieldConfig.defaults.custom.axisLabel", form: text },
  softMin: { path: "fieldConfig.defaults.custom.axisSoftMin", form: number },
  softMax: { path: "fieldConfig.defaults.custom.axisSoftMax", form: number },
  scale: {
    path: "fieldConfig.defaults.custom.scaleDistribution",
    form: called({
      linear: undefined,
      log2: { type: "log", log: 2 },
      log10: { type: "log", log: 10 },
    }),
  },
};

export const timeseriesKind = panelKind<TimeseriesProps, PanelBuilder>({
  type: "timeseries",
  builder: () => new PanelBuilder(),
  width: "half",
  height: 8,
  accepts: ["prometheus", "loki", "tempo", "sql"],
  shape: { mode: "range", format: "time_series" },
  numeric: true,
  named: true,
  properties,
  color: colorMode("palette-classic"),
  assumed: {
    options: { legend: assumedLegend, tooltip: assumedTooltip },
    custom: {
      ...assumedAxis,
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
});

/** Lines over time; thresholds are drawn as dashed lines. */
export function timeseries(key: string, props: TimeseriesProps): Panel {
  return timeseriesKind.panel(key, props);
}
