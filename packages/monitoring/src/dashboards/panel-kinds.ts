import type { PanelKind } from "./panel-kind";
import { alertlistKind } from "./panels/alertlist";
import { barchartKind } from "./panels/barchart";
import { bargaugeKind } from "./panels/bargauge";
import { gaugeKind } from "./panels/gauge";
import { heatmapKind } from "./panels/heatmap";
import { histogramKind } from "./panels/histogram";
import { logsKind } from "./panels/logs";
import { nodeGraphKind } from "./panels/node-graph";
import { piechartKind } from "./panels/piechart";
import { statKind } from "./panels/stat";
import { stateTimelineKind } from "./panels/state-timeline";
import { statusHistoryKind } from "./panels/status-history";
import { tableKind } from "./panels/table";
import { textKind } from "./panels/text";
import { timeseriesKind } from "./panels/timeseries";
import { tracesKind } from "./panels/traces";
import { pluginPanelKind } from "./panels/plugin-panel";

const kinds: readonly PanelKind[] = [
  alertlistKind,
  barchartKind,
  bargaugeKind,
  gaugeKind,
  heatmapKind,
  histogramKind,
  logsKind,
  nodeGraphKind,
  piechartKind,
  statKind,
  stateTimelineKind,
  statusHistoryKind,
  tableKind,
  textKind,
  timeseriesKind,
  tracesKind,
];

const byType = new Map(kinds.map((kind) => [kind.type, kind]));

/** The kind of panels of a plugin. */
export function panelKindOf(type: unknown): PanelKind {
  const plugin = typeof type === "string" ? type : "";
  return byType.get(plugin) ?? pluginPanelKind(plugin);
}
