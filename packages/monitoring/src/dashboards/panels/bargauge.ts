import { PanelBuilder } from "@grafana/grafana-foundation-sdk/bargauge";
import { BarGaugeDisplayMode } from "@grafana/grafana-foundation-sdk/common";
import { oneOf } from "../form";
import type { Panel, ValuePanelProps } from "../panel";
import { panelKind, type OwnProperties, blueOrThresholds } from "../panel-kind";
import { always } from "../property";
import { assumedLegend, assumedReduceOptions } from "./assumed";
import {
  calculationProperty,
  allRowsProperty,
  type Calculation,
} from "./reduce";

export interface BargaugeProps extends ValuePanelProps<PanelBuilder> {
  /** @default "horizontal" */
  readonly orientation?: "horizontal" | "vertical";
  /** @default "gradient" */
  readonly display?: `${BarGaugeDisplayMode}`;
  /** @default "lastNotNull" */
  readonly calculation?: Calculation;
  /** Whether every row of the result is a bar, instead of every series. @default false */
  readonly allRows?: boolean;
}

const properties: OwnProperties<BargaugeProps> = {
  calculation: calculationProperty,
  "options.reduceOptions.fields": always(""),
  allRows: allRowsProperty,
  orientation: {
    path: "options.orientation",
    form: oneOf(["horizontal", "vertical"]),
    usual: "horizontal",
  },
  display: {
    path: "options.displayMode",
    form: oneOf(BarGaugeDisplayMode),
    usual: "gradient",
  },
};

export const bargaugeKind = panelKind<BargaugeProps, PanelBuilder>({
  type: "bargauge",
  builder: () => new PanelBuilder(),
  width: "half",
  height: 8,
  accepts: ["prometheus", "loki", "sql"],
  shape: { mode: "instant", format: "time_series" },
  numeric: true,
  named: true,
  properties,
  color: blueOrThresholds,
  assumed: {
    options: {
      displayMode: "gradient",
      legend: { ...assumedLegend, showLegend: false },
      maxVizHeight: 300,
      minVizHeight: 16,
      minVizWidth: 8,
      namePlacement: "auto",
      orientation: "auto",
      reduceOptions: assumedReduceOptions,
      showUnfilled: true,
      sizing: "auto",
      valueMode: "color",
    },
    color: "thresholds",
  },
});

/** A bar per series. */
export function bargauge(key: string, props: BargaugeProps): Panel {
  return bargaugeKind.panel(key, props);
}
