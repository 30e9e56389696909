import { PanelBuilder } from "@grafana/grafana-foundation-sdk/nodegraph";
import {
  panel,
  type Panel,
  type PanelTraits,
  type QueryPanelProps,
} from "../panel";

const traits: PanelTraits = {
  width: "full",
  height: 12,
  accepts: ["tempo", "jaeger"],
  shape: { mode: "range", format: "time_series" },
  numeric: false,
  named: false,
};

/** Who calls whom. */
export function nodeGraph(
  key: string,
  props: QueryPanelProps<PanelBuilder>,
): Panel {
  return panel(key, "nodeGraph", traits, props, () => new PanelBuilder());
}
