import { PanelBuilder } from "@grafana/grafana-foundation-sdk/dashboard";
import { objectOf } from "../../internal/json-tree";
import { anyText, type Form } from "../form";
import type { Panel, QueryPanelProps } from "../panel";
import { panelKind, type PanelKindOf } from "../panel-kind";
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

const options: Form<Raw> = {
  write: (value) => value,
  read: (found) =>
    Object.keys(objectOf(found)).length === 0 ? undefined : (found as Raw),
};

/** Panels of a plugin that the house style has no word for. */
export function pluginPanelKind(type: string): PanelKindOf<PluginPanelProps> {
  return panelKind<PluginPanelProps, PanelBuilder>({
    type,
    word: "pluginPanel",
    builder: () => new PanelBuilder().type(type),
    width: "half",
    height: 8,
    accepts: [],
    asks: true,
    shape: { mode: "range", format: "time_series" },
    numeric: false,
    named: false,
    properties: {
      type: { path: "type", form: anyText },
      options: { path: "options", form: options },
    },
  });
}

/** A panel of any other plugin. */
export function pluginPanel(key: string, props: PluginPanelProps): Panel {
  return pluginPanelKind(props.type).panel(key, props);
}
