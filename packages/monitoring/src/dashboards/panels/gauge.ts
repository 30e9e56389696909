import { PanelBuilder } from "@grafana/grafana-foundation-sdk/gauge";
import {
  colorMode,
  panel,
  type Panel,
  type PanelTraits,
  type ValuePanelProps,
} from "../panel";
import { reduceModel, type Calculation } from "./reduce";

export interface GaugeProps extends ValuePanelProps<PanelBuilder> {
  /** The end of the scale on the left: without both ends a gauge says nothing. */
  readonly min: number;
  readonly max: number;
  /** @default "lastNotNull" */
  readonly calculation?: Calculation;
  /** Whether thresholds are written at the arc. @default false */
  readonly thresholdLabels?: boolean;
}

const traits: PanelTraits = {
  width: "quarter",
  height: 4,
  accepts: ["prometheus", "loki", "sql"],
  shape: { mode: "instant", format: "time_series" },
  numeric: true,
  named: false,
};

/** A value between two ends, coloured by thresholds. */
export function gauge(key: string, props: GaugeProps): Panel {
  return panel(key, "gauge", traits, props, () =>
    new PanelBuilder()
      .reduceOptions(reduceModel(props.calculation))
      .showThresholdMarkers(true)
      .showThresholdLabels(props.thresholdLabels ?? false)
      .colorScheme(colorMode("thresholds")),
  );
}
