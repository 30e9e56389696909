import {
  PanelBuilder,
  PieChartType,
} from "@grafana/grafana-foundation-sdk/piechart";
import { oneOf } from "../form";
import type { Panel, ValuePanelProps } from "../panel";
import { panelKind, type OwnProperties, colorMode } from "../panel-kind";
import { always } from "../property";
import {
  assumedHideFrom,
  assumedLegend,
  assumedReduceOptions,
  assumedTooltip,
} from "./assumed";
import { tooltipProperty, type Tooltip } from "./legend";
import {
  calculationProperty,
  allRowsProperty,
  type Calculation,
} from "./reduce";

export interface PiechartProps extends ValuePanelProps<PanelBuilder> {
  /** @default "donut" */
  readonly shape?: "pie" | "donut";
  /** @default "lastNotNull" */
  readonly calculation?: Calculation;
  /** Whether every row of the result is a slice, instead of every series. @default false */
  readonly allRows?: boolean;
  /** What the pointer shows. @default "multi" */
  readonly tooltip?: Tooltip;
}

const properties: OwnProperties<PiechartProps> = {
  shape: { path: "options.pieType", form: oneOf(PieChartType), usual: "donut" },
  calculation: calculationProperty,
  "options.reduceOptions.fields": always(""),
  allRows: allRowsProperty,
  "options.legend": always({
    showLegend: true,
    displayMode: "table",
    placement: "right",
    values: ["value", "percent"],
    calcs: [],
  }),
  tooltip: tooltipProperty,
};

export const piechartKind = panelKind<PiechartProps, PanelBuilder>({
  type: "piechart",
  builder: () => new PanelBuilder(),
  width: "half",
  height: 8,
  accepts: ["prometheus", "loki", "sql"],
  shape: { mode: "instant", format: "time_series" },
  numeric: true,
  named: true,
  properties,
  color: colorMode("palette-classic"),
  assumed: {
    options: {
      displayLabels: [],
      legend: { ...assumedLegend, values: [] },
      orientation: "auto",
      pieType: "pie",
      reduceOptions: assumedReduceOptions,
      tooltip: assumedTooltip,
    },
    custom: { hideFrom: assumedHideFrom },
    color: "palette-classic",
  },
});

/** Shares of a whole. */
export function piechart(key: string, props: PiechartProps): Panel {
  return piechartKind.panel(key, props);
}
