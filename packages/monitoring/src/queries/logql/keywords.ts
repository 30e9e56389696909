/** What a range aggregation makes of `| unwrap`: it needs it, must not have it, or takes both. */
export interface RangeAggregation {
  readonly unwrap: "required" | "forbidden" | "optional";
  /** True when `by` and `without` may follow. */
  readonly grouping: boolean;
}

const rangeAggregation = (
  unwrap: RangeAggregation["unwrap"],
  grouping = false,
): RangeAggregation => ({ unwrap, grouping });

/** Aggregations over a range of log lines; source: the Loki documentation, "Metric queries". */
export const RANGE_AGGREGATIONS: ReadonlyMap<string, RangeAggregation> =
  new Map([
    ["absent_over_time", rangeAggregation("optional")],
    ["avg_over_time", rangeAggregation("required", true)],
    ["bytes_over_time", rangeAggregation("forbidden")],
    ["bytes_rate", rangeAggregation("forbidden")],
    ["count_over_time", rangeAggregation("forbidden")],
    ["first_over_time", rangeAggregation("required", true)],
    ["last_over_time", rangeAggregation("required", true)],
    ["max_over_time", rangeAggregation("required", true)],
    ["min_over_time", rangeAggregation("required", true)],
    ["quantile_over_time", rangeAggregation("required", true)],
    ["rate", rangeAggregation("optional")],
    ["rate_counter", rangeAggregation("required")],
    ["stddev_over_time", rangeAggregation("required", true)],
    ["stdvar_over_time", rangeAggregation("required", true)],
    ["sum_over_time", rangeAggregation("required")],
  ]);

/** Aggregations over vectors. */
export const VECTOR_AGGREGATIONS: ReadonlySet<string> = new Set([
  "approx_topk",
  "avg",
  "bottomk",
  "count",
  "max",
  "min",
  "sort",
  "sort_desc",
  "stddev",
  "stdvar",
  "sum",
  "topk",
]);

/** How tightly binary operators bind; equal ones from the left, except `^`. */
export const PRECEDENCE: ReadonlyMap<string, number> = new Map([
  ["or", 1],
  ["and", 2],
  ["unless", 2],
  ["==", 3],
  ["!=", 3],
  ["<", 3],
  ["<=", 3],
  [">", 3],
  [">=", 3],
  ["+", 4],
  ["-", 4],
  ["*", 5],
  ["/", 5],
  ["%", 5],
  ["^", 6],
]);

/** Words that cannot name a label. */
export const RESERVED: ReadonlySet<string> = new Set([
  "and",
  "bool",
  "by",
  "decolorize",
  "drop",
  "group_left",
  "group_right",
  "ignoring",
  "json",
  "keep",
  "label_format",
  "line_format",
  "logfmt",
  "of",
  "offset",
  "on",
  "or",
  "pattern",
  "regexp",
  "unless",
  "unpack",
  "unwrap",
  "variants",
  "without",
]);
