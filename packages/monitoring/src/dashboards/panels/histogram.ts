import { PanelBuilder } from "@grafana/grafana-foundation-sdk/histogram";
import { number, boolean } from "../form";
import type { Panel, ValuePanelProps } from "../panel";
import { panelKind, type OwnProperties, colorMode } from "../panel-kind";
import { assumedHideFrom, assumedLegend, assumedTooltip } from "./assumed";
import { legend, tooltipProperty, type Legend, type Tooltip } from "./legend";

export interface HistogramProps extends ValuePanelProps<PanelBuilder> {
  /** How wide a bucket is, in `unit`. @default - from the data */
  readonly bucketSize?: number;
  /** Whether all series are counted together. @default false */
  readonly combine?: boolean;
  /** @default "list" */
  readonly legend?: Legend;
  /** What the pointer shows. @default "multi" */
  readonly tooltip?: Tooltip;
}

const properties: OwnProperties<HistogramProps> = {
  combine: { path: "options.combine", form: boolean, usual: false },
  legend: { path: "options.legend", form: legend, usual: "list" },
  tooltip: tooltipProperty,
  bucketSize: { path: "options.bucketSize", form: number },
};

export const histogramKind = panelKind<HistogramProps, PanelBuilder>({
  type: "histogram",
  builder: () => new PanelBuilder(),
  width: "half",
  height: 8,
  accepts: ["prometheus", "loki", "sql"],
  shape: { mode: "range", format: "time_series" },
  numeric: true,
  named: true,
  properties,
  color: colorMode("palette-classic"),
  assumed: {
    options: {
      bucketCount: 30,
      bucketOffset: 0,
      combine: false,
      legend: assumedLegend,
      tooltip: assumedTooltip,
    },
    custom: {
      fillOpacity: 80,
      gradientMode: "none",
      hideFrom: assumedHideFrom,
      lineWidth: 1,
      stacking: { group: "A", mode: "none" },
    },
    color: "palette-classic",
  },
});

/** How often which values occurred in the whole time range. */
export function histogram(key: string, props: HistogramProps): Panel {
  return histogramKind.panel(key, props);
}
