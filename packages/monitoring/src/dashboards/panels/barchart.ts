import { PanelBuilder } from "@grafana/grafana-foundation-sdk/barchart";
import { StackingMode } from "@grafana/grafana-foundation-sdk/common";
import { text, oneOf } from "../form";
import type { Panel, ValuePanelProps } from "../panel";
import { panelKind, type OwnProperties, colorMode } from "../panel-kind";
import { assumedAxis, assumedLegend, assumedTooltip } from "./assumed";
import { legend, tooltipProperty, type Legend, type Tooltip } from "./legend";

export interface BarchartProps extends ValuePanelProps<PanelBuilder> {
  /** @default "vertical" */
  readonly orientation?: "horizontal" | "vertical";
  /** The field along the axis. @default - the first that is text or time */
  readonly xField?: string;
  /** @default "none" */
  readonly stack?: `${StackingMode}`;
  /** @default "list" */
  readonly legend?: Legend;
  /** What the pointer shows. @default "multi" */
  readonly tooltip?: Tooltip;
}

const properties: OwnProperties<BarchartProps> = {
  orientation: {
    path: "options.orientation",
    form: oneOf(["horizontal", "vertical"]),
    usual: "vertical",
  },
  stack: { path: "options.stacking", form: oneOf(StackingMode), usual: "none" },
  legend: { path: "options.legend", form: legend, usual: "list" },
  tooltip: tooltipProperty,
  xField: { path: "options.xField", form: text },
};

export const barchartKind = panelKind<BarchartProps, PanelBuilder>({
  type: "barchart",
  builder: () => new PanelBuilder(),
  width: "half",
  height: 8,
  accepts: ["prometheus", "loki", "sql"],
  shape: { mode: "instant", format: "table" },
  numeric: true,
  named: true,
  properties,
  color: colorMode("palette-classic"),
  assumed: {
    options: {
      barRadius: 0,
      barWidth: 0.97,
      fullHighlight: false,
      groupWidth: 0.7,
      legend: assumedLegend,
      orientation: "auto",
      showValue: "auto",
      stacking: "none",
      tooltip: assumedTooltip,
      xTickLabelMaxLength: 0,
      xTickLabelRotation: 0,
      xTickLabelSpacing: 0,
    },
    custom: { ...assumedAxis, fillOpacity: 80 },
    color: "palette-classic",
  },
});

/** Bars per category, from a table. */
export function barchart(key: string, props: BarchartProps): Panel {
  return barchartKind.panel(key, props);
}
