/**
 * Where in an argument list PromQL wants a number or a string instead of a vector, counted from 0; source: the
 * signatures in the Prometheus documentation, "Query functions" and "Aggregation operators".
 */
const SCALARS: Readonly<Record<string, readonly number[]>> = {
  bottomk: [0],
  clamp: [1, 2],
  clamp_max: [1],
  clamp_min: [1],
  double_exponential_smoothing: [1, 2],
  histogram_fraction: [0, 1],
  histogram_quantile: [0],
  histogram_quantiles: [2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
  limit_ratio: [0],
  limitk: [0],
  predict_linear: [1],
  quantile: [0],
  quantile_over_time: [0],
  round: [1],
  topk: [0],
  vector: [0],
};

const STRINGS: Readonly<Record<string, readonly number[]>> = {
  count_values: [0],
  histogram_quantiles: [1],
  label_join: [1, 2, 3, 4, 5, 6, 7, 8, 9],
  label_replace: [1, 2, 3, 4],
  sort_by_label: [1, 2, 3, 4, 5, 6, 7, 8, 9],
  sort_by_label_desc: [1, 2, 3, 4, 5, 6, 7, 8, 9],
};

const LABEL_LISTS = new Set([
  "by",
  "without",
  "on",
  "ignoring",
  "group_left",
  "group_right",
]);

/** Words after which an operand follows, not an operator. */
const KEYWORDS = new Set([
  ...LABEL_LISTS,
  "and",
  "atan2",
  "bool",
  "offset",
  "or",
  "unless",
]);

/** True for a word of the language after which an operand follows. */
export function isKeyword(word: string): boolean {
  return KEYWORDS.has(word);
}

/** What the parentheses after a word hold: label names, or arguments. */
export function callShape(word: string): "labels" | "arguments" {
  return LABEL_LISTS.has(word) ? "labels" : "arguments";
}

/** Positions of the number arguments of a function or aggregation. */
export function scalarParameters(name: string): readonly number[] {
  return Object.hasOwn(SCALARS, name) ? (SCALARS[name] ?? []) : [];
}

/** Positions of the string arguments of a function or aggregation. */
export function stringParameters(name: string): readonly number[] {
  return Object.hasOwn(STRINGS, name) ? (STRINGS[name] ?? []) : [];
}
