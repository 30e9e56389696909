/**
 * The look of every dashboard, in one import. A dashboard is a constant that reads like the screen:
 *
 * ```ts
 * export const orders = dashboard({
 *   uid: "shop-orders",
 *   title: "Orders",
 *   description: "How many orders come in, and how many fail",
 *   system: "shop",
 *   rows: [
 *     row([
 *       timeseries("order-rate", {
 *         title: "Orders per Second",
 *         description: "Orders by service. Good: follows the time of day, never flat at zero.",
 *         unit: "reqps",
 *         queries: [query("sum by (service) (rate(orders_total[$__rate_interval]))", "{{service}}")],
 *       }),
 *       stat("failed-share", {
 *         title: "Failed Orders",
 *         description: "Share of orders that fail. Good: below 1 %.",
 *         unit: "percentunit",
 *         thresholds: highIsBad({ warning: 0.01, critical: 0.05 }),
 *         queries: [query('sum(rate(orders_total{status="failed"}[$__rate_interval])) / sum(rate(orders_total[$__rate_interval]))')],
 *       }),
 *     ]),
 *     row("Latency", [ … ], { collapsed: true }),
 *   ],
 * });
 * ```
 *
 * - Panels flow from left to right, wrap, and stack beside taller ones; `width` is a share ("half", "third", …) or
 *   columns of 24, `height` is in rows of 30 pixels.
 * - Queries are written without the `system` matcher: it is added when the dashboard is deployed. Rates take
 *   `$__rate_interval`, unless the window is what the panel is about.
 * - Panels decide how they ask (over the range, once, as a table, as buckets); `query(…, { mode, format })` overrules.
 * - A panel's key is its identity: its id comes from it, alerts link it (`panelOf(dashboard, key)`), it never changes.
 * - Whatever has no name here is reached through the Foundation SDK: `sdk: (panel) => panel.axisGridShow(false)`, or in the
 *   words of Grafana's JSON: `raw: { options: { wideLayout: false } }`, at dashboards, rows, panels, queries and variables.
 */
export { dashboard } from "./dashboard";
export type { DashboardProps } from "./dashboard-props";
export { homeDashboardProblems } from "./home-dashboard";
export type { DataSources } from "./data-sources";
export { dashboardLink, type Link } from "./links";
export type { Mappings } from "./mappings";
export {
  byMatcher,
  byName,
  byQuery,
  byRegexp,
  byType,
  type Look,
  type Override,
} from "./overrides";
export type { Panel } from "./panel";
export { alertlist } from "./panels/alertlist";
export { barchart } from "./panels/barchart";
export { bargauge } from "./panels/bargauge";
export { gauge } from "./panels/gauge";
export { heatmap } from "./panels/heatmap";
export { histogram } from "./panels/histogram";
export { logs } from "./panels/logs";
export { nodeGraph } from "./panels/node-graph";
export { piechart } from "./panels/piechart";
export { pluginPanel } from "./panels/plugin-panel";
export { stat } from "./panels/stat";
export { stateTimeline } from "./panels/state-timeline";
export { statusHistory } from "./panels/status-history";
export { table } from "./panels/table";
export { text } from "./panels/text";
export { timeseries } from "./panels/timeseries";
export { traces } from "./panels/traces";
export {
  jaegerDependencies,
  jaegerSearch,
  jaegerTrace,
  logQuery,
  pluginQuery,
  query,
  serviceMap,
  sql,
  tempoTrace,
  traceql,
  type Query,
} from "./query";
export type { Raw, RawValue } from "./raw";
export { row, type Row } from "./row";
export {
  highIsBad,
  lowIsBad,
  thresholds,
  type Color,
  type Thresholds,
} from "./thresholds";
export {
  filterFields,
  joinByField,
  labelsToFields,
  limit,
  merge,
  organize,
  reduceToRows,
  sortByField,
  timeAsText,
} from "./transformations";
export type { GrafanaUnit } from "./unit";
export {
  adhocVariable,
  constantVariable,
  customVariable,
  dataSourceVariable,
  intervalVariable,
  queryVariable,
  rawVariable,
  textVariable,
  type Variable,
} from "./variables";
export { dashboardConfig } from "./dashboard-config";
export { dashboardProblems } from "./model-problems";
export { folderProblems } from "./folder-problems";
export { columns } from "./layout";
