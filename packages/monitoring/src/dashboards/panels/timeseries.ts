import {
  AxisPlacement,
  type GraphDrawStyle,
  GraphGradientMode,
  ScaleDistribution,
  type GraphThresholdsStyleMode,
  type LineInterpolation,
  type StackingMode,
  type VisibilityMode,
} from "@grafana/grafana-foundation-sdk/common";
import { PanelBuilder } from "@grafana/grafana-foundation-sdk/timeseries";
import {
  colorMode,
  panel,
  type Panel,
  type PanelTraits,
  type ValuePanelProps,
} from "../panel";
import { legendModel, tooltipModel, type Legend, type Tooltip } from "./legend";

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
  readonly thresholdStyle?: Exclude<`${GraphThresholdsStyleMode}`, "series">;
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

const traits: PanelTraits = {
  width: "half",
  height: 8,
  accepts: ["prometheus", "loki", "tempo", "sql"],
  shape: { mode: "range", format: "time_series" },
  numeric: true,
  named: true,
};

/** Lines over time; thresholds are drawn as dashed lines. */
export function timeseries(key: string, props: TimeseriesProps): Panel {
  return panel(key, "timeseries", traits, props, () => {
    const stack = props.stack ?? "none";
    const builder = new PanelBuilder()
      .legend(legendModel(props.legend ?? "list", props.legendValues))
      .tooltip(tooltipModel(props.tooltip))
      .drawStyle((props.drawStyle ?? "line") as GraphDrawStyle)
      .lineInterpolation((props.interpolation ?? "linear") as LineInterpolation)
      .lineWidth(props.lineWidth ?? 1)
      .fillOpacity(props.fill ?? usualFill(props))
      .gradientMode(GraphGradientMode.None)
      .showPoints((props.points ?? "never") as VisibilityMode)
      .axisPlacement(AxisPlacement.Auto)
      .stacking({
        build: () => ({ mode: stack as StackingMode, group: "A" }),
      })
      .colorScheme(colorMode("palette-classic"));
    if (props.thresholds) {
      const mode = (props.thresholdStyle ??
        "dashed") as GraphThresholdsStyleMode;
      builder.thresholdsStyle({ build: () => ({ mode }) });
    }
    if (props.axisLabel !== undefined) builder.axisLabel(props.axisLabel);
    if (props.softMin !== undefined) builder.axisSoftMin(props.softMin);
    if (props.softMax !== undefined) builder.axisSoftMax(props.softMax);
    if (props.scale === "log2" || props.scale === "log10") {
      const log = props.scale === "log2" ? 2 : 10;
      builder.scaleDistribution({
        build: () => ({ type: ScaleDistribution.Log, log }),
      });
    }
    return builder;
  });
}

function usualFill(props: TimeseriesProps): number {
  if (props.drawStyle === "bars") return 60;
  return (props.stack ?? "none") === "none" ? 10 : 30;
}
