/**
 * Panel types of Angular, which Grafana 12 removed, and what takes their place. The browser still converts the known ones
 * on load, but the result is only saved when somebody saves the dashboard, and then Terraform sees a difference.
 */
const successors: Readonly<Record<string, string>> = {
  graph:
    "timeseries (histogram or barchart for the x-axis modes histogram and series)",
  graph2: "timeseries",
  singlestat: "stat",
  "grafana-singlestat-panel": "stat",
  "table-old": "table",
  "grafana-piechart-panel": "piechart",
  "grafana-worldmap-panel": "geomap",
  "heatmap-new": "heatmap",
  "natel-discrete-panel": "state-timeline",
  pluginlist: "none: leave it out",
};

/** What to use instead of a panel of this type, or undefined where Grafana still draws it. `styles` mark the old table. */
export function successorOf(
  type: string,
  hasStyles: boolean,
): string | undefined {
  if (type === "table" && hasStyles)
    return "table with fieldConfig in place of styles";
  return Object.hasOwn(successors, type) ? successors[type] : undefined;
}
