import { PanelBuilder } from "@grafana/grafana-foundation-sdk/dashboard";
import {
  panel,
  type Panel,
  type PanelTraits,
  type QueryPanelProps,
} from "../panel";
import type { Raw } from "../raw";

export interface PluginPanelProps extends Partial<
  QueryPanelProps<PanelBuilder>
> {
  /** The panel plugin's id, such as `geomap`. */
  readonly type: string;
  readonly title: string;
  readonly description: string;
  /** What the plugin reads, in its own words. @default {} */
  readonly options?: Raw;
}

const traits: PanelTraits = {
  width: "half",
  height: 8,
  accepts: [],
  shape: { mode: "range", format: "time_series" },
  numeric: false,
  named: false,
};

/** A panel of any other plugin. */
export function pluginPanel(key: string, props: PluginPanelProps): Panel {
  return panel(key, props.type, traits, props, () => {
    const builder = new PanelBuilder().type(props.type);
    if (props.options !== undefined) builder.options(props.options);
    return builder;
  });
}
