import { PanelBuilder } from "@grafana/grafana-foundation-sdk/dashboard";
import type { Panel, QueryPanelProps } from "../panel";
import { panelKind } from "../panel-kind";

type Props = QueryPanelProps<PanelBuilder>;

export const tracesKind = panelKind<Props, PanelBuilder>({
  type: "traces",
  builder: () => new PanelBuilder().type("traces"),
  width: "full",
  height: 12,
  accepts: ["tempo", "jaeger"],
  shape: { mode: "range", format: "table" },
  numeric: false,
  named: false,
  properties: {},
});

/** The spans of one trace; lists of traces are tables. */
export function traces(key: string, props: Props): Panel {
  return tracesKind.panel(key, props);
}
