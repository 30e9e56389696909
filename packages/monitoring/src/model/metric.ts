import type { Duration } from "./duration";
import type { Labels } from "./labels";

export type MetricType = "counter" | "gauge" | "histogram" | "summary";

/**
 * What a metric counts or measures in. `1` is a plain number, `ratio` lies between 0 and 1, `percent` between 0 and 100;
 * counted things are named in the plural (`requests`, `orders`).
 */
export type Unit =
  | "seconds"
  | "milliseconds"
  | "microseconds"
  | "bytes"
  | "ratio"
  | "percent"
  | "bool"
  | "timestamp"
  | "celsius"
  | "volts"
  | "cents"
  | "usd"
  | "1"
  | (string & {});

/** A metric that a system or an exporter exposes. */
export interface Metric {
  /** As exposed, without `_bucket`, `_sum` or `_count`. */
  readonly name: string;
  readonly type: MetricType;
  readonly unit: Unit;
  /** Labels of the metric itself; `job`, `instance` and `system` are on every series. */
  readonly labels: readonly string[];
  readonly help: string;
  /** Upper bounds of a histogram's buckets, in the metric's unit. @default - not known */
  readonly buckets?: readonly number[];
}

/** A program that exposes metrics of something else (node_exporter, postgres_exporter), or of itself (Prometheus, Grafana). */
export interface Exporter {
  readonly id: string;
  readonly title: string;
  readonly metrics: readonly Metric[];
}

/** One job of the scrape configuration. */
export interface ScrapeJob {
  /** The value of the label `job`. */
  readonly job: string;
  /** Addresses as `host:port`. */
  readonly targets: readonly string[];
  /** @default "/metrics" */
  readonly path?: string;
  /** @default - the environment's scrape interval */
  readonly interval?: Duration;
  /** Labels stamped on every series of the job. @default {} */
  readonly labels?: Labels;
  /** Whether `job` and `instance` of the exposed series win over the target's, as a Pushgateway needs. @default false */
  readonly honorLabels?: boolean;
  /** Probe module and target parameter, for exporters that probe others. @default - a plain scrape */
  readonly probe?: { readonly module: string; readonly exporter: string };
}
