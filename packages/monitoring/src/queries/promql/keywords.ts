/** Aggregation operators, with the type of the parameter that precedes the vector. */
export const AGGREGATIONS: ReadonlyMap<
  string,
  "scalar" | "string" | undefined
> = new Map([
  ["avg", undefined],
  ["bottomk", "scalar"],
  ["count", undefined],
  ["count_values", "string"],
  ["group", undefined],
  ["limit_ratio", "scalar"],
  ["limitk", "scalar"],
  ["max", undefined],
  ["min", undefined],
  ["quantile", "scalar"],
  ["stddev", undefined],
  ["stdvar", undefined],
  ["sum", undefined],
  ["topk", "scalar"],
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
  ["</", 3],
  [">/", 3],
  ["+", 4],
  ["-", 4],
  ["*", 5],
  ["/", 5],
  ["%", 5],
  ["atan2", 5],
  ["^", 6],
]);

/** A sign binds like a multiplication: `-a ^ b` is `-(a ^ b)`, `-a * b` is `(-a) * b`. */
export const SIGN_PRECEDENCE = 6;

export const COMPARISONS: ReadonlySet<string> = new Set([
  "==",
  "!=",
  "<",
  "<=",
  ">",
  ">=",
]);
export const SET_OPERATORS: ReadonlySet<string> = new Set([
  "and",
  "or",
  "unless",
]);

/** Words that cannot be the name of a metric outside of quotes. Compared in lower case. */
export const RESERVED: ReadonlySet<string> = new Set([
  "atan2",
  "bool",
  "group_left",
  "group_right",
  "ignoring",
  "on",
]);

/** The spellings of infinity and not-a-number, which are numbers wherever an expression may stand. */
export const NAMED_NUMBERS: ReadonlyMap<string, number> = new Map([
  ["inf", Infinity],
  ["nan", NaN],
]);
