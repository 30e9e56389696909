import type { Raw } from "./raw";

/** What every query has. */
interface QueryBase {
  /** Names the series: plain text, or a template such as `{{service}}`. @default - Grafana's choice */
  readonly legend?: string;
  /** Kept from the screen, for transformations that use it. @default false */
  readonly hidden?: boolean;
  /** What transformations, overrides and expressions call it. @default - A, B, C by its place */
  readonly refId?: string;
  /** The uid of the datasource, or the variable that stands for it: `${second}`. @default - the dashboard's for its kind */
  readonly datasource?: string;
  /** Further fields of the query in Grafana's words. @default {} */
  readonly raw?: Raw;
}

export interface PrometheusQuery extends QueryBase {
  readonly kind: "prometheus";
  /** PromQL, without the `system` matcher. */
  readonly expr: string;
  /** Over the time range, or at its end. @default - what the panel shows best */
  readonly mode?: "range" | "instant";
  /** @default - what the panel shows best */
  readonly format?: "time_series" | "table" | "heatmap";
  /** Whether traces behind single observations are shown. @default false */
  readonly exemplars?: boolean;
  /** The shortest step, for example `1d`. @default - the datasource's */
  readonly step?: string;
}

export interface LokiQuery extends QueryBase {
  readonly kind: "loki";
  /** LogQL, without the `system` matcher. */
  readonly expr: string;
  /** @default - what the panel shows best */
  readonly mode?: "range" | "instant";
  /** @default - the datasource's */
  readonly maxLines?: number;
  /** @default - Grafana's choice */
  readonly step?: string;
}

export interface TempoQuery extends QueryBase {
  readonly kind: "tempo";
  readonly search: "traceql" | "serviceMap" | "traceId";
  /** TraceQL; for a service map a PromQL selector on the service graph, or nothing; or the id of a trace. */
  readonly expr: string;
  /** @default 20 */
  readonly limit?: number;
  /** @default "traces" */
  readonly table?: "traces" | "spans";
}

export interface JaegerQuery extends QueryBase {
  readonly kind: "jaeger";
  readonly search: "search" | "dependencyGraph" | "traceId";
  /** The service whose traces are searched, or the id of a trace; nothing for the graph. */
  readonly expr: string;
  /** @default - all operations */
  readonly operation?: string;
  /** `key=value`, separated by spaces. @default - any */
  readonly tags?: string;
  /** For example `100ms`. @default - any */
  readonly minDuration?: string;
  /** @default 20 */
  readonly limit?: number;
}

export interface SqlQuery extends QueryBase {
  readonly kind: "sql";
  /** SQL of PostgreSQL, with Grafana's macros such as `$__timeFilter(created_at)`. */
  readonly expr: string;
  /** A time series needs a column `time`. @default - what the panel shows best */
  readonly format?: "time_series" | "table";
}

/** What the plugin of any other datasource reads, in its own words. */
export interface PluginQuery extends QueryBase {
  readonly kind: "plugin";
  /** The datasource plugin's id. @default - Grafana's choice */
  readonly plugin?: string;
  /** @default - not written, all is in `raw` */
  readonly expr?: undefined;
}

export type Query =
  | PrometheusQuery
  | LokiQuery
  | TempoQuery
  | JaegerQuery
  | SqlQuery
  | PluginQuery;

/** The kind of datasource that answers, of those that the house style knows. */
export type QueryKind = Exclude<Query["kind"], "plugin">;

/** How a panel wants its data where the query does not say. */
export interface DataShape {
  readonly mode: "range" | "instant";
  readonly format: "time_series" | "table" | "heatmap";
}

type Options<Q extends Query> = Partial<
  Omit<Q, "kind" | "search" | "expr" | "legend">
>;

/** PromQL; panels of a single number or a table ask once, at the end of the time range, all others over it. */
export function query(
  expr: string,
  legend?: string,
  options: Options<PrometheusQuery> = {},
): PrometheusQuery {
  return { kind: "prometheus", expr, legend, ...options };
}

/** LogQL: lines for a logs panel, numbers for the others. */
export function logQuery(
  expr: string,
  legend?: string,
  options: Options<LokiQuery> = {},
): LokiQuery {
  return { kind: "loki", expr, legend, ...options };
}

/** TraceQL: `{ resource.service.name = "api" && duration > 1s }`. */
export function traceql(
  expr: string,
  options: Options<TempoQuery> & { readonly legend?: string } = {},
): TempoQuery {
  return { kind: "tempo", search: "traceql", expr, ...options };
}

/** Tempo's graph of services; `selector` narrows it: `{server=~"api|web"}`. */
export function serviceMap(
  selector = "",
  options: Options<TempoQuery> = {},
): TempoQuery {
  return { kind: "tempo", search: "serviceMap", expr: selector, ...options };
}

/** One trace of Tempo, by id or variable: `$trace`. */
export function tempoTrace(
  id: string,
  options: Options<TempoQuery> = {},
): TempoQuery {
  return { kind: "tempo", search: "traceId", expr: id, ...options };
}

/** Traces of a service in Jaeger. */
export function jaegerSearch(
  service: string,
  options: Options<JaegerQuery> = {},
): JaegerQuery {
  return { kind: "jaeger", search: "search", expr: service, ...options };
}

/** Jaeger's graph of services. */
export function jaegerDependencies(
  options: Options<JaegerQuery> = {},
): JaegerQuery {
  return { kind: "jaeger", search: "dependencyGraph", expr: "", ...options };
}

/** One trace of Jaeger, by id or variable: `$trace`. */
export function jaegerTrace(
  id: string,
  options: Options<JaegerQuery> = {},
): JaegerQuery {
  return { kind: "jaeger", search: "traceId", expr: id, ...options };
}

/** SQL of a PostgreSQL datasource. */
export function sql(
  expr: string,
  legend?: string,
  options: Options<SqlQuery> = {},
): SqlQuery {
  return { kind: "sql", expr, legend, ...options };
}

/** A query of any other datasource: `pluginQuery("elasticsearch", "${search}", { query: "status:500" })`. */
export function pluginQuery(
  plugin?: string,
  datasource?: string,
  raw: Raw = {},
  options: Omit<Options<PluginQuery>, "plugin" | "datasource" | "raw"> = {},
): PluginQuery {
  return { kind: "plugin", plugin, datasource, raw, ...options };
}
