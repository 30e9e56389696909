import { type VisibilityMode } from "@grafana/grafana-foundation-sdk/common";
import { PanelBuilder } from "@grafana/grafana-foundation-sdk/statetimeline";
import {
  colorMode,
  panel,
  type Panel,
  type PanelTraits,
  type ValuePanelProps,
} from "../panel";
import { legendModel, tooltipModel, type Legend, type Tooltip } from "./legend";

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

const traits: PanelTraits = {
  width: "half",
  height: 8,
  accepts: ["prometheus", "loki", "sql"],
  shape: { mode: "range", format: "time_series" },
  numeric: true,
  named: true,
};

/** Bars that change colour with the state; `mappings` name the states. */
export function stateTimeline(key: string, props: StateTimelineProps): Panel {
  return panel(key, "state-timeline", traits, props, () =>
    new PanelBuilder()
      .mergeValues(props.mergeValues ?? true)
      .showValue((props.showValues ?? "auto") as VisibilityMode)
      .legend(legendModel(props.legend ?? "hidden"))
      .tooltip(tooltipModel(props.tooltip))
      .colorScheme(colorMode("thresholds")),
  );
}
