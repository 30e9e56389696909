import {
  BigValueColorMode,
  BigValueGraphMode,
  type BigValueTextMode,
} from "@grafana/grafana-foundation-sdk/common";
import { PanelBuilder } from "@grafana/grafana-foundation-sdk/stat";
import {
  colorMode,
  fixedColor,
  panel,
  type Panel,
  type PanelTraits,
  type ValuePanelProps,
} from "../panel";
import { reduceModel, type Calculation } from "./reduce";

export interface StatProps extends ValuePanelProps<PanelBuilder> {
  /** @default "lastNotNull" */
  readonly calculation?: Calculation;
  /** The course of the value behind it; without, the query runs once at the end of the time range. @default true */
  readonly sparkline?: boolean;
  /** Whether thresholds colour the background instead of the value. @default false */
  readonly background?: boolean;
  /** @default "auto" */
  readonly text?: `${BigValueTextMode}`;
}

const traits: PanelTraits = {
  width: "quarter",
  height: 4,
  accepts: ["prometheus", "loki", "tempo", "sql"],
  shape: { mode: "range", format: "time_series" },
  numeric: true,
  named: false,
};

/** One large number per series, blue unless thresholds say whether it is good. */
export function stat(key: string, props: StatProps): Panel {
  const sparkline = props.sparkline ?? true;
  const own: PanelTraits = sparkline
    ? traits
    : { ...traits, shape: { mode: "instant", format: "time_series" } };
  return panel(key, "stat", own, props, () => {
    const builder = new PanelBuilder()
      .reduceOptions(reduceModel(props.calculation))
      .graphMode(sparkline ? BigValueGraphMode.Area : BigValueGraphMode.None)
      .colorMode(
        props.background === true
          ? BigValueColorMode.Background
          : BigValueColorMode.Value,
      )
      .colorScheme(
        props.thresholds ? colorMode("thresholds") : fixedColor("blue"),
      );
    if (props.text !== undefined)
      builder.textMode(props.text as BigValueTextMode);
    return builder;
  });
}
