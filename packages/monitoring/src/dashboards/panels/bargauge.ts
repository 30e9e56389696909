import {
  type VizOrientation,
  type BarGaugeDisplayMode,
} from "@grafana/grafana-foundation-sdk/common";
import { PanelBuilder } from "@grafana/grafana-foundation-sdk/bargauge";
import {
  colorMode,
  fixedColor,
  panel,
  type Panel,
  type PanelTraits,
  type ValuePanelProps,
} from "../panel";
import { reduceModel, type Calculation } from "./reduce";

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

const traits: PanelTraits = {
  width: "half",
  height: 8,
  accepts: ["prometheus", "loki", "sql"],
  shape: { mode: "instant", format: "time_series" },
  numeric: true,
  named: true,
};

/** A bar per series. */
export function bargauge(key: string, props: BargaugeProps): Panel {
  return panel(key, "bargauge", traits, props, () =>
    new PanelBuilder()
      .reduceOptions(reduceModel(props.calculation, props.allRows))
      .orientation((props.orientation ?? "horizontal") as VizOrientation)
      .displayMode((props.display ?? "gradient") as BarGaugeDisplayMode)
      .colorScheme(
        props.thresholds ? colorMode("thresholds") : fixedColor("blue"),
      ),
  );
}
