import {
  aggregated,
  type Aggregation,
  type BinaryExpr,
  type Call,
  type Expr,
  type VectorSelector,
} from "../ast";
import { COMPARISONS } from "../keywords";
import {
  ANYTHING,
  between,
  narrowed,
  ofProducts,
  summed,
  type Bounds,
} from "./bounds";
import type { SemanticQuery } from "./context";
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
      return expr.operator === "-"
        ? between(-inner.max, -inner.min, inner.mayBeNaN)
        : inner;
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
      return between(0, Infinity, inner.mayBeNaN);
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
  const { min, max } = parameter ? boundsOf(query, parameter) : ANYTHING;
  return min >= 0 && max <= 1 ? inner : ANYTHING;
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
    case "changes":
    case "resets":
    case "stddev_over_time":
    case "stdvar_over_time":
    case "mad_over_time":
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
    case "sqrt":
    case "exp":
      return between(0, Infinity, name === "sqrt");
    case "sgn":
      return between(-1, 1);
    case "histogram_fraction":
      return between(0, 1, true);
    case "histogram_quantile":
      return boundsOfQuantile(query, args);
    case "quantile_over_time":
      return withinIfFraction(query, args[0], of(1));
    case "avg_over_time":
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
      return narrowed(of(0), of(1).min, of(2).max);
    case "clamp_min":
      return narrowed(of(0), of(1).min, Infinity);
    case "clamp_max":
      return narrowed(of(0), -Infinity, of(1).max);
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
  const mayBeNaN = left.mayBeNaN || right.mayBeNaN;
  if (COMPARISONS.has(expr.operator)) {
    return expr.bool ? between(0, 1) : left;
  }
  switch (expr.operator) {
    case "and":
    case "unless":
      return left;
    case "or":
      return between(
        Math.min(left.min, right.min),
        Math.max(left.max, right.max),
        mayBeNaN,
      );
    case "+":
      return between(left.min + right.min, left.max + right.max, mayBeNaN);
    case "-":
      return between(left.min - right.max, left.max - right.min, mayBeNaN);
    case "*":
      return ofProducts([left.min, left.max], [right.min, right.max], mayBeNaN);
    case "/":
      return right.min > 0 || right.max < 0
        ? ofProducts(
            [left.min, left.max],
            [1 / right.min, 1 / right.max],
            mayBeNaN,
          )
        : between(
            left.min >= 0 && right.min >= 0 ? 0 : -Infinity,
            Infinity,
            true,
          );
    default:
      return { ...ANYTHING, mayBeNaN: true };
  }
}
