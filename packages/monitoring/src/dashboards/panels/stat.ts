import { BigValueTextMode } from "@grafana/grafana-foundation-sdk/common";
import { PanelBuilder } from "@grafana/grafana-foundation-sdk/stat";
import { oneOf, whether } from "../form";
import type { Panel, ValuePanelProps } from "../panel";
import { panelKind, type OwnProperties, blueOrThresholds } from "../panel-kind";
import { always } from "../property";
import { assumedReduceOptions } from "./assumed";
import { calculationProperty, type Calculation } from "./reduce";

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

const properties: OwnProperties<StatProps> = {
  calculation: calculationProperty,
  "options.reduceOptions.fields": always(""),
  "options.reduceOptions.values": always(false),
  sparkline: {
    path: "options.graphMode",
    form: whether("area", "none"),
    usual: true,
  },
  background: {
    path: "options.colorMode",
    form: whether("background", "value"),
    usual: false,
  },
  text: {
    path: "options.textMode",
    form: oneOf(BigValueTextMode),
    usual: "auto",
  },
};

export const statKind = panelKind<StatProps, PanelBuilder>({
  type: "stat",
  builder: () => new PanelBuilder(),
  width: "quarter",
  height: 4,
  accepts: ["prometheus", "loki", "tempo", "sql"],
  shape: { mode: "range", format: "time_series" },
  numeric: true,
  named: false,
  shapeOf: ({ sparkline }) => ({
    mode: sparkline === false ? "instant" : "range",
    format: "time_series",
  }),
  properties,
  color: blueOrThresholds,
  assumed: {
    options: {
      colorMode: "value",
      graphMode: "area",
      justifyMode: "auto",
      orientation: "auto",
      percentChangeColorMode: "standard",
      reduceOptions: assumedReduceOptions,
      showPercentChange: false,
      textMode: "auto",
      wideLayout: true,
    },
    color: "thresholds",
  },
});

/** One large number per series, blue unless thresholds say whether it is good. */
export function stat(key: string, props: StatProps): Panel {
  return statKind.panel(key, props);
}
