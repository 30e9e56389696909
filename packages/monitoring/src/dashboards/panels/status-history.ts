import { VisibilityMode } from "@grafana/grafana-foundation-sdk/common";
import { PanelBuilder } from "@grafana/grafana-foundation-sdk/statushistory";
import { oneOf } from "../form";
import type { Panel, ValuePanelProps } from "../panel";
import { panelKind, type OwnProperties, colorMode } from "../panel-kind";
import { assumedHideFrom, assumedLegend, assumedTooltip } from "./assumed";
import { legend, tooltipProperty, type Legend, type Tooltip } from "./legend";

export interface StatusHistoryProps extends ValuePanelProps<PanelBuilder> {
  /** @default "auto" */
  readonly showValues?: `${VisibilityMode}`;
  /** @default "hidden" */
  readonly legend?: Legend;
  /** What the pointer shows. @default "multi" */
  readonly tooltip?: Tooltip;
}

const properties: OwnProperties<StatusHistoryProps> = {
  showValues: {
    path: "options.showValue",
    form: oneOf(VisibilityMode),
    usual: "auto",
  },
  legend: { path: "options.legend", form: legend, usual: "hidden" },
  tooltip: tooltipProperty,
};

export const statusHistoryKind = panelKind<StatusHistoryProps, PanelBuilder>({
  type: "status-history",
  word: "statusHistory",
  builder: () => new PanelBuilder(),
  width: "half",
  height: 8,
  accepts: ["prometheus", "loki", "sql"],
  shape: { mode: "range", format: "time_series" },
  numeric: true,
  named: true,
  properties,
  color: colorMode("thresholds"),
  usual: { maxDataPoints: 100 },
  assumed: {
    options: {
      colWidth: 0.9,
      legend: assumedLegend,
      perPage: 20,
      rowHeight: 0.9,
      showValue: "auto",
      tooltip: assumedTooltip,
    },
    custom: { fillOpacity: 70, hideFrom: assumedHideFrom, lineWidth: 1 },
    color: "thresholds",
  },
});

/** A field per point in time, coloured by state. */
export function statusHistory(key: string, props: StatusHistoryProps): Panel {
  return statusHistoryKind.panel(key, props);
}
