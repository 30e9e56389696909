import { PanelBuilder } from "@grafana/grafana-foundation-sdk/nodegraph";
import type { Panel, QueryPanelProps } from "../panel";
import { panelKind } from "../panel-kind";

type Props = QueryPanelProps<PanelBuilder>;

export const nodeGraphKind = panelKind<Props, PanelBuilder>({
  type: "nodeGraph",
  builder: () => new PanelBuilder(),
  width: "full",
  height: 12,
  accepts: ["tempo", "jaeger"],
  shape: { mode: "range", format: "time_series" },
  numeric: false,
  named: false,
  properties: {},
});

/** Who calls whom. */
export function nodeGraph(key: string, props: Props): Panel {
  return nodeGraphKind.panel(key, props);
}
