import {
  HeatmapCellLayout,
  TooltipDisplayMode,
} from "@grafana/grafana-foundation-sdk/common";
import {
  HeatmapColorMode,
  PanelBuilder,
} from "@grafana/grafana-foundation-sdk/heatmap";
import {
  panel,
  type Panel,
  type PanelTraits,
  type ValuePanelProps,
} from "../panel";

export interface HeatmapProps extends ValuePanelProps<PanelBuilder> {
  /** Whether the panel counts plain series into buckets itself. @default false, the query returns buckets (`by (le)`) */
  readonly calculate?: boolean;
  /** A colour scheme of d3. @default "Oranges" */
  readonly scheme?: string;
}

const traits: PanelTraits = {
  width: "half",
  height: 8,
  accepts: ["prometheus", "loki", "sql"],
  shape: { mode: "range", format: "heatmap" },
  numeric: true,
  named: false,
};

/** How often which values occurred over time; `unit` is that of the buckets. */
export function heatmap(key: string, props: HeatmapProps): Panel {
  const calculate = props.calculate ?? false;
  const own: PanelTraits = calculate
    ? { ...traits, shape: { mode: "range", format: "time_series" } }
    : traits;
  return panel(key, "heatmap", own, props, () =>
    new PanelBuilder()
      .calculate(calculate)
      .color({
        build: () => ({
          mode: HeatmapColorMode.Scheme,
          scheme: props.scheme ?? "Oranges",
          fill: "dark-orange",
          exponent: 0.5,
          steps: 64,
          reverse: false,
        }),
      })
      .yAxis({ build: () => ({ unit: props.unit }) })
      .rowsFrame({ build: () => ({ layout: HeatmapCellLayout.Auto }) })
      .cellGap(1)
      .showLegend()
      .exemplarsColor("rgba(255, 0, 255, 0.7)")
      .tooltip({
        build: () => ({
          mode: TooltipDisplayMode.Single,
          yHistogram: true,
          showColorScale: false,
        }),
      }),
  );
}
