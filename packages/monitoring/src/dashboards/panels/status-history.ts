import { type VisibilityMode } from "@grafana/grafana-foundation-sdk/common";
import { PanelBuilder } from "@grafana/grafana-foundation-sdk/statushistory";
import {
  colorMode,
  panel,
  type Panel,
  type PanelTraits,
  type ValuePanelProps,
} from "../panel";
import { legendModel, tooltipModel, type Legend, type Tooltip } from "./legend";

export interface StatusHistoryProps extends ValuePanelProps<PanelBuilder> {
  /** @default "auto" */
  readonly showValues?: `${VisibilityMode}`;
  /** @default "hidden" */
  readonly legend?: Legend;
  /** What the pointer shows. @default "multi" */
  readonly tooltip?: Tooltip;
}

const traits: PanelTraits = {
  width: "half",
  height: 8,
  accepts: ["prometheus", "loki", "sql"],
  shape: { mode: "range", format: "time_series" },
  numeric: true,
  named: true,
};

/** A field per point in time, coloured by state. */
export function statusHistory(key: string, props: StatusHistoryProps): Panel {
  return panel(
    key,
    "status-history",
    traits,
    { maxDataPoints: 100, ...props },
    () =>
      new PanelBuilder()
        .showValue((props.showValues ?? "auto") as VisibilityMode)
        .legend(legendModel(props.legend ?? "hidden"))
        .tooltip(tooltipModel(props.tooltip))
        .colorScheme(colorMode("thresholds")),
  );
}
