import {
  aggregated,
  descendantsOf,
  type Aggregation,
  type BinaryExpr,
  type Call,
  type Expr,
  type VectorSelector,
} from "../ast";
import { COMPARISONS } from "../keywords";
import { typeOf } from "../types";
import { calculated, negated } from "./arithmetic-bounds";
import {
  ANYTHING,
  between,
  greaterOf,
  hull,
  lesserOf,
  mayBeInfinite,
  summed,
  type Bounds,
} from "./bounds";
import type { SemanticQuery } from "./context";
import { filtered, mirrored } from "./filtered-bounds";
import {
  isVariable,
  selectorsBelow,
  seriesOfSelector,
} from "./selectors-below";

/** The bounds of a result, from units, functions and constants; the widest possible where nothing is known. */
export function boundsOf(query: SemanticQuery, expr: Expr): Bounds {
  switch (expr.kind) {
    case "number":
      return isVariable(expr.written) || Number.isNaN(expr.value)
        ? ANYTHING
        : between(expr.value, expr.value);
    case "string":
      return ANYTHING;
    case "selector":
      return boundsOfSelector(query, expr);
    case "unary": {
      const inner = boundsOf(query, expr.expr);
      return expr.operator === "-" ? negated(inner) : inner;
    }
    case "binary":
      return boundsOfBinary(query, expr);
    case "aggregation":
      return boundsOfAggregation(query, expr);
    case "call":
      return boundsOfCall(query, expr);
    case "range":
    case "subquery":
    case "offset":
    case "at":
    case "anchored":
    case "smoothed":
    case "paren":
      return boundsOf(query, expr.expr);
  }
}

function boundsOfSelector(
  query: SemanticQuery,
  selector: VectorSelector,
): Bounds {
  const series = seriesOfSelector(query, selector);
  if (series?.type === "counter") {
    return between(0, Infinity);
  }
  if (series?.type !== "gauge") {
    return ANYTHING;
  }
  if (series.unit === "ratio" || series.unit === "bool") {
    return between(0, 1);
  }
  return series.unit === "percent" ? between(0, 100) : ANYTHING;
}

function boundsOfAggregation(query: SemanticQuery, expr: Aggregation): Bounds {
  const vector = aggregated(expr);
  const inner = vector ? boundsOf(query, vector) : ANYTHING;
  switch (expr.operator) {
    case "count":
    case "count_values":
      return between(1, Infinity);
    case "group":
      return between(1, 1);
    case "sum":
      return summed(inner);
    case "stddev":
    case "stdvar":
      return between(0, Infinity, isUnclear(inner));
    case "avg":
      return averaged(inner);
    case "quantile":
      return withinIfFraction(query, expr.args[0], inner);
    default:
      return inner;
  }
}

/** A quantile lies within its data only while its parameter lies between 0 and 1. */
function withinIfFraction(
  query: SemanticQuery,
  parameter: Expr | undefined,
  inner: Bounds,
): Bounds {
  return isFraction(query, parameter)
    ? { ...inner, mayBeNaN: isUnclear(inner) }
    : ANYTHING;
}

function isFraction(
  query: SemanticQuery,
  parameter: Expr | undefined,
): boolean {
  const { min, max, mayBeNaN } = parameter
    ? boundsOf(query, parameter)
    : ANYTHING;
  return min >= 0 && max <= 1 && !mayBeNaN;
}

/** An average lies within its data, and is no number between infinities. */
function averaged({ min, max, mayBeNaN }: Bounds): Bounds {
  return between(min, max, mayBeNaN || (min === -Infinity && max === Infinity));
}

/** Infinity less or times something may be no number. */
function isUnclear(inner: Bounds): boolean {
  return inner.mayBeNaN || mayBeInfinite(inner);
}

/** What only grows, but for restarts. A counter's own values are numbers, and never infinite. */
function increaseOf(query: SemanticQuery, range: Expr | undefined): Bounds {
  if (range === undefined) return ANYTHING;
  const inner = boundsOf(query, range);
  const isCounter = descendantsOf(range).every(
    (node) =>
      node.kind !== "subquery" &&
      (node.kind !== "selector" ||
        seriesOfSelector(query, node)?.type === "counter"),
  );
  return isCounter || (inner.min >= 0 && !isUnclear(inner))
    ? between(0, Infinity)
    : ANYTHING;
}

function boundsOfCall(query: SemanticQuery, { name, args }: Call): Bounds {
  const of = (i: number): Bounds => {
    const arg = args[i];
    return arg ? boundsOf(query, arg) : ANYTHING;
  };
  switch (name) {
    case "rate":
    case "irate":
    case "increase":
      return increaseOf(query, args[0]);
    case "stddev_over_time":
    case "stdvar_over_time":
    case "mad_over_time":
      return between(0, Infinity, isUnclear(of(0)));
    case "changes":
    case "resets":
    case "histogram_count":
    case "histogram_stddev":
    case "histogram_stdvar":
    case "time":
    case "timestamp":
      return between(0, Infinity);
    case "absent":
    case "absent_over_time":
    case "present_over_time":
      return between(1, 1);
    case "count_over_time":
      return between(1, Infinity);
    case "sum_over_time":
      return summed(of(0));
    case "abs":
    case "exp":
      return between(0, Infinity, of(0).mayBeNaN);
    case "sqrt":
      return between(-0, Infinity, of(0).mayBeNaN || of(0).min < 0);
    case "sgn":
      return between(-1, 1, of(0).mayBeNaN);
    case "histogram_fraction":
      return between(0, 1, true);
    case "histogram_quantile":
      return isFraction(query, args[0])
        ? boundsOfQuantile(query, args)
        : ANYTHING;
    case "quantile_over_time":
      return withinIfFraction(query, args[0], of(1));
    case "avg_over_time":
      return averaged(of(0));
    case "min_over_time":
    case "max_over_time":
    case "last_over_time":
    case "first_over_time":
    case "label_replace":
    case "label_join":
    case "sort":
    case "sort_desc":
    case "sort_by_label":
    case "sort_by_label_desc":
    case "vector":
      return of(0);
    case "scalar":
      return { ...of(0), mayBeNaN: true };
    case "clamp":
      // There is no result where the lower limit is above the upper one.
      return lesserOf(
        greaterOf(of(1), lesserOf(of(0), of(2))),
        between(Infinity, of(2).max),
      );
    case "clamp_min":
      return greaterOf(of(0), of(1));
    case "clamp_max":
      return lesserOf(of(0), of(1));
    default:
      return ANYTHING;
  }
}

/** Prometheus never interpolates beyond the highest finite bucket bound. */
function boundsOfQuantile(query: SemanticQuery, args: readonly Expr[]): Bounds {
  const buckets = args[1]
    ? selectorsBelow(args[1]).map(
        (selector) => seriesOfSelector(query, selector)?.metric?.buckets,
      )
    : [];
  const tops = buckets.map((bounds) =>
    bounds && bounds.length > 0 ? Math.max(...bounds) : Infinity,
  );
  const isPositive =
    buckets.length > 0 &&
    buckets.every((bounds) => bounds?.every((bound) => bound > 0));
  return between(
    isPositive ? 0 : -Infinity,
    tops.length > 0 ? Math.max(...tops) : Infinity,
    true,
  );
}

function boundsOfBinary(query: SemanticQuery, expr: BinaryExpr): Bounds {
  const left = boundsOf(query, expr.left);
  const right = boundsOf(query, expr.right);
  if (expr.fill) return ANYTHING;
  if (COMPARISONS.has(expr.operator)) {
    if (expr.bool) return between(0, 1);
    return typeOf(expr.left) === "scalar"
      ? filtered(right, mirrored(expr.operator), left)
      : filtered(left, expr.operator, right);
  }
  switch (expr.operator) {
    case "and":
    case "unless":
      return left;
    case "or":
      return hull(left, right);
    default:
      return calculated(expr.operator, left, right);
  }
}
