import { PanelBuilder } from "@grafana/grafana-foundation-sdk/gauge";
import { boolean } from "../form";
import type { Panel, ValuePanelProps } from "../panel";
import { panelKind, type OwnProperties, colorMode } from "../panel-kind";
import { always } from "../property";
import { assumedReduceOptions } from "./assumed";
import { calculationProperty, type Calculation } from "./reduce";

export interface GaugeProps extends ValuePanelProps<PanelBuilder> {
  /** The end of the scale on the left: without both ends a gauge says nothing. */
  readonly min: number;
  readonly max: number;
  /** @default "lastNotNull" */
  readonly calculation?: Calculation;
  /** Whether thresholds are written at the arc. @default false */
  readonly thresholdLabels?: boolean;
}

const properties: OwnProperties<GaugeProps> = {
  calculation: calculationProperty,
  "options.reduceOptions.fields": always(""),
  "options.reduceOptions.values": always(false),
  "options.showThresholdMarkers": always(true),
  thresholdLabels: {
    path: "options.showThresholdLabels",
    form: boolean,
    usual: false,
  },
};

export const gaugeKind = panelKind<GaugeProps, PanelBuilder>({
  type: "gauge",
  builder: () => new PanelBuilder(),
  width: "quarter",
  height: 4,
  accepts: ["prometheus", "loki", "sql"],
  shape: { mode: "instant", format: "time_series" },
  numeric: true,
  named: false,
  properties,
  color: colorMode("thresholds"),
  required: { min: 0, max: 100 },
  assumed: {
    options: {
      minVizHeight: 75,
      minVizWidth: 75,
      orientation: "auto",
      reduceOptions: assumedReduceOptions,
      showThresholdLabels: false,
      showThresholdMarkers: true,
      sizing: "auto",
    },
    color: "thresholds",
  },
});

/** A value between two ends, coloured by thresholds. */
export function gauge(key: string, props: GaugeProps): Panel {
  return gaugeKind.panel(key, props);
}
