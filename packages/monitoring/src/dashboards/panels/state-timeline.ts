import { VisibilityMode } from "@grafana/grafana-foundation-sdk/common";
import { PanelBuilder } from "@grafana/grafana-foundation-sdk/statetimeline";
import { boolean, oneOf } from "../form";
import type { Panel, ValuePanelProps } from "../panel";
import { panelKind, type OwnProperties, colorMode } from "../panel-kind";
import { assumedHideFrom, assumedLegend, assumedTooltip } from "./assumed";
import { legend, tooltipProperty, type Legend, type Tooltip } from "./legend";

export interface StateTimelineProps extends ValuePanelProps<PanelBuilder> {
  /** Whether equal states in a row become one bar. @default true */
  readonly mergeValues?: boolean;
  /** @default "auto" */
  readonly showValues?: `${VisibilityMode}`;
  /** @default "hidden" */
  readonly legend?: Legend;
  /** What the pointer shows. @default "multi" */
  readonly tooltip?: Tooltip;
}

const properties: OwnProperties<StateTimelineProps> = {
  mergeValues: { path: "options.mergeValues", form: boolean, usual: true },
  showValues: {
    path: "options.showValue",
    form: oneOf(VisibilityMode),
    usual: "auto",
  },
  legend: { path: "options.legend", form: legend, usual: "hidden" },
  tooltip: tooltipProperty,
};

export const stateTimelineKind = panelKind<StateTimelineProps, PanelBuilder>({
  type: "state-timeline",
  word: "stateTimeline",
  builder: () => new PanelBuilder(),
  width: "half",
  height: 8,
  accepts: ["prometheus", "loki", "sql"],
  shape: { mode: "range", format: "time_series" },
  numeric: true,
  named: true,
  properties,
  color: colorMode("thresholds"),
  assumed: {
    options: {
      alignValue: "left",
      legend: assumedLegend,
      mergeValues: true,
      perPage: 20,
      rowHeight: 0.9,
      showValue: "auto",
      tooltip: assumedTooltip,
    },
    custom: {
      fillOpacity: 70,
      hideFrom: assumedHideFrom,
      insertNulls: false,
      lineWidth: 0,
      spanNulls: false,
    },
    color: "continuous-GrYlRd",
  },
});

/** Bars that change colour with the state; `mappings` name the states. */
export function stateTimeline(key: string, props: StateTimelineProps): Panel {
  return stateTimelineKind.panel(key, props);
}
