import { PanelBuilder } from "@grafana/grafana-foundation-sdk/heatmap";
import { text, boolean } from "../form";
import type { Panel, ValuePanelProps } from "../panel";
import { panelKind, type OwnProperties } from "../panel-kind";
import { always } from "../property";
import { assumedHideFrom } from "./assumed";

export interface HeatmapProps extends ValuePanelProps<PanelBuilder> {
  /** Whether the panel counts plain series into buckets itself. @default false, the query returns buckets (`by (le)`) */
  readonly calculate?: boolean;
  /** A colour scheme of d3. @default "Oranges" */
  readonly scheme?: string;
}

const properties: OwnProperties<HeatmapProps> = {
  calculate: { path: "options.calculate", form: boolean, usual: false },
  "options.color": always({
    mode: "scheme",
    scheme: "Oranges",
    fill: "dark-orange",
    exponent: 0.5,
    steps: 64,
    reverse: false,
  }),
  scheme: { path: "options.color.scheme", form: text, usual: "Oranges" },
  "options.yAxis": { always: ({ unit }) => ({ unit }) },
  "options.rowsFrame": always({ layout: "auto" }),
  "options.cellGap": always(1),
  "options.legend.show": always(true),
  "options.exemplars.color": always("rgba(255, 0, 255, 0.7)"),
  "options.tooltip": always({
    mode: "single",
    yHistogram: true,
    showColorScale: false,
  }),
};

export const heatmapKind = panelKind<HeatmapProps, PanelBuilder>({
  type: "heatmap",
  builder: () => new PanelBuilder(),
  width: "half",
  height: 8,
  accepts: ["prometheus", "loki", "sql"],
  shape: { mode: "range", format: "heatmap" },
  numeric: true,
  named: false,
  shapeOf: ({ calculate }) => ({
    mode: "range",
    format: calculate === true ? "time_series" : "heatmap",
  }),
  properties,
  assumed: {
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
    custom: {
      hideFrom: assumedHideFrom,
      scaleDistribution: { type: "linear" },
    },
  },
});

/** How often which values occurred over time; `unit` is that of the buckets. */
export function heatmap(key: string, props: HeatmapProps): Panel {
  return heatmapKind.panel(key, props);
}
