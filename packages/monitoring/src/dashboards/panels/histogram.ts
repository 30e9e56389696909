import { PanelBuilder } from "@grafana/grafana-foundation-sdk/histogram";
import {
  colorMode,
  panel,
  type Panel,
  type PanelTraits,
  type ValuePanelProps,
} from "../panel";
import { legendModel, tooltipModel, type Legend, type Tooltip } from "./legend";

export interface HistogramProps extends ValuePanelProps<PanelBuilder> {
  /** How wide a bucket is, in `unit`. @default - from the data */
  readonly bucketSize?: number;
  /** Whether all series are counted together. @default false */
  readonly combine?: boolean;
  /** @default "list" */
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

/** How often which values occurred in the whole time range. */
export function histogram(key: string, props: HistogramProps): Panel {
  return panel(key, "histogram", traits, props, () => {
    const builder = new PanelBuilder()
      .combine(props.combine ?? false)
      .legend(legendModel(props.legend ?? "list"))
      .tooltip(tooltipModel(props.tooltip))
      .colorScheme(colorMode("palette-classic"));
    if (props.bucketSize !== undefined) builder.bucketSize(props.bucketSize);
    return builder;
  });
}
