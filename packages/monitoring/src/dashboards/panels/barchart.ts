import {
  type VizOrientation,
  type StackingMode,
} from "@grafana/grafana-foundation-sdk/common";
import { PanelBuilder } from "@grafana/grafana-foundation-sdk/barchart";
import {
  colorMode,
  panel,
  type Panel,
  type PanelTraits,
  type ValuePanelProps,
} from "../panel";
import { legendModel, tooltipModel, type Legend, type Tooltip } from "./legend";

export interface BarchartProps extends ValuePanelProps<PanelBuilder> {
  /** @default "vertical" */
  readonly orientation?: "horizontal" | "vertical";
  /** The field along the axis. @default - the first that is text or time */
  readonly xField?: string;
  /** @default "none" */
  readonly stack?: `${StackingMode}`;
  /** @default "list" */
  readonly legend?: Legend;
  /** What the pointer shows. @default "multi" */
  readonly tooltip?: Tooltip;
}

const traits: PanelTraits = {
  width: "half",
  height: 8,
  accepts: ["prometheus", "loki", "sql"],
  shape: { mode: "instant", format: "table" },
  numeric: true,
  named: true,
};

/** Bars per category, from a table. */
export function barchart(key: string, props: BarchartProps): Panel {
  return panel(key, "barchart", traits, props, () => {
    const builder = new PanelBuilder()
      .orientation((props.orientation ?? "vertical") as VizOrientation)
      .stacking((props.stack ?? "none") as StackingMode)
      .legend(legendModel(props.legend ?? "list"))
      .tooltip(tooltipModel(props.tooltip))
      .colorScheme(colorMode("palette-classic"));
    if (props.xField !== undefined) builder.xField(props.xField);
    return builder;
  });
}
