import type { Metric, Unit } from "../../../model/metric";
import type { Expr } from "../ast";

export type SemanticCheckId =
  | "promql/counter-without-rate"
  | "promql/rate-of-gauge"
  | "promql/rate-of-aggregation"
  | "promql/quantile-without-le"
  | "promql/dropped-label"
  | "promql/join-cannot-match"
  | "promql/many-to-many"
  | "promql/impossible-comparison"
  | "promql/always-true-comparison"
  | "promql/division-by-zero"
  | "promql/range-too-short"
  | "promql/range-beyond-retention"
  | "promql/unit-mismatch"
  | "promql/unknown-metric"
  | "promql/unknown-label";

/** Something that Prometheus accepts and that is wrong nevertheless; offsets into the query as written. */
export interface Finding {
  readonly id: SemanticCheckId;
  /** `error`: the query cannot give what is meant. `warning`: it may, but look at it. */
  readonly severity: "error" | "warning";
  readonly message: string;
  readonly from: number;
  readonly to: number;
  /** True for what only a name suggests: nothing that is declared says so. @default false */
  readonly isGuess?: boolean;
}

/** A recording rule as far as queries of its series are concerned. */
export interface RecordedSeries {
  readonly record: string;
  readonly expr: string;
  readonly labels?: Readonly<Record<string, string>>;
}

/** What is known of the place where a query runs. Whatever is left out is not checked. */
export interface SemanticContext {
  /** The metric catalogue. @default - unknown: no check of names, types, labels, units */
  readonly metrics?: readonly Metric[];
  /** Series that recording rules write. @default [] */
  readonly recordings?: readonly RecordedSeries[];
  /** Labels that targets give to every series. @default ["instance", "job", "system"] */
  readonly targetLabels?: readonly string[];
  /** @default - not known: ranges may be as short as they like */
  readonly scrapeIntervalSeconds?: number;
  /** @default - not known: queries may look back as far as they like */
  readonly retentionSeconds?: number;
  /** Labels that a legend, an annotation or the routing reads from the result. @default [] */
  readonly usedLabels?: readonly string[];
  /** The unit in which the result is shown. @default - any */
  readonly unit?: Unit;
}

/** A query under examination, with what every check needs of it. */
export interface SemanticQuery {
  readonly ast: Expr;
  /** All expressions of the query, outer before inner. */
  readonly nodes: readonly Expr[];
  readonly parents: ReadonlyMap<Expr, Expr>;
  readonly context: SemanticContext;
  readonly series: SeriesLookup;
}

/** What a metric name means, by the catalogue and the recording rules. */
export interface SeriesLookup {
  /** True when there is a catalogue, so that a name that is not found is wrong. */
  readonly isComplete: boolean;
  find(name: string): KnownSeries | undefined;
  /** Names close to a wrong one, for messages. */
  similarTo(name: string): readonly string[];
}

/** One kind of series: a metric itself, or a part of a histogram or summary. */
export interface KnownSeries {
  readonly name: string;
  /** `recorded`: written by a recording rule. */
  readonly type: "counter" | "gauge" | "native-histogram" | "recorded";
  readonly unit: Unit;
  /** Labels besides those of the target. @default - whatever its targets give */
  readonly labels?: readonly string[];
  /** True for `_bucket`, `_sum` and `_count`. */
  readonly isPart: boolean;
  readonly metric?: Metric;
  readonly recording?: RecordedSeries;
}
