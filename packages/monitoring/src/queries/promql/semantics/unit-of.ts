import type { Unit } from "../../../model/metric";
import { aggregated, type BinaryExpr, type Call, type Expr } from "../ast";
import { COMPARISONS, SET_OPERATORS } from "../keywords";
import { parsePromql } from "../parse";
import { typeOf } from "../types";
import type { SemanticQuery } from "./context";
import { seriesOfSelector } from "./selectors-below";

/** Functions whose result has the unit of their argument. */
const KEEPS_UNIT = new Set([
  "abs",
  "ceil",
  "clamp",
  "clamp_max",
  "clamp_min",
  "delta",
  "first_over_time",
  "floor",
  "idelta",
  "increase",
  "label_join",
  "label_replace",
  "last_over_time",
  "mad_over_time",
  "max_over_time",
  "min_over_time",
  "quantile_over_time",
  "round",
  "scalar",
  "sort",
  "sort_by_label",
  "sort_by_label_desc",
  "sort_desc",
  "stddev_over_time",
  "sum_over_time",
]);

const PER_SECOND = new Set(["rate", "irate", "deriv"]);

/** The unit of a result; undefined when it is not known, as for plain numbers and after a scaling by a constant. */
export function unitOf(
  query: SemanticQuery,
  expr: Expr,
  recordings: ReadonlySet<string> = new Set(),
): Unit | undefined {
  const follow = (inner: Expr | undefined): Unit | undefined =>
    inner ? unitOf(query, inner, recordings) : undefined;
  switch (expr.kind) {
    case "number":
    case "string":
      return undefined;
    case "selector": {
      const series = seriesOfSelector(query, expr);
      return series?.recording
        ? unitOfRecording(query, series.recording.record, recordings)
        : meaningful(series?.unit);
    }
    case "binary":
      return unitOfBinary(expr, follow);
    case "aggregation":
      if (expr.operator === "avg") {
        return averaged(follow(aggregated(expr)));
      }
      return /^(?:sum|min|max|topk|bottomk|quantile|stddev|limitk|limit_ratio)$/.test(
        expr.operator,
      )
        ? follow(aggregated(expr))
        : undefined;
    case "call":
      return unitOfCall(query, expr, follow);
    case "range":
    case "subquery":
    case "offset":
    case "at":
    case "anchored":
    case "smoothed":
    case "paren":
    case "unary":
      return follow(expr.expr);
  }
}

/** The unit of something per second; a number of seconds per second is a ratio. */
export function perSecond(unit: Unit | undefined): Unit | undefined {
  if (unit === undefined || unit === "timestamp") {
    return undefined;
  }
  return unit === "seconds" ? "ratio" : `${unit}/s`;
}

/** The average of 0 and 1 is the share of ones. */
function averaged(unit: Unit | undefined): Unit | undefined {
  return unit === "bool" ? "ratio" : unit;
}

/** Plain numbers have no unit, and observations are whatever else the metric counts: requests, jobs. */
function meaningful(unit: Unit | undefined): Unit | undefined {
  return unit === "1" || unit === "observations" ? undefined : unit;
}

function unitOfRecording(
  query: SemanticQuery,
  record: string,
  recordings: ReadonlySet<string>,
): Unit | undefined {
  const expr = recordings.has(record)
    ? undefined
    : query.series.find(record)?.recording?.expr;
  const ast = expr === undefined ? undefined : parsePromql(expr).ast;
  return ast && unitOf(query, ast, new Set([...recordings, record]));
}

function unitOfCall(
  query: SemanticQuery,
  { name, args }: Call,
  follow: (expr: Expr | undefined) => Unit | undefined,
): Unit | undefined {
  const vector = args.find((arg) => /^(?:vector|matrix)$/.test(typeOf(arg)));
  if (name === "avg_over_time") {
    return averaged(follow(vector));
  }
  if (KEEPS_UNIT.has(name)) {
    return follow(vector);
  }
  if (PER_SECOND.has(name)) {
    return perSecond(follow(vector));
  }
  if (name === "time" || name === "timestamp") {
    return "timestamp";
  }
  if (
    name === "histogram_quantile" ||
    name === "histogram_avg" ||
    name === "histogram_stddev"
  ) {
    return vector && unitOfHistogram(query, vector);
  }
  return name === "histogram_fraction" ? "ratio" : undefined;
}

/** The unit that a histogram's buckets are measured in. */
function unitOfHistogram(query: SemanticQuery, expr: Expr): Unit | undefined {
  switch (expr.kind) {
    case "selector":
      return meaningful(seriesOfSelector(query, expr)?.metric?.unit);
    case "number":
    case "string":
    case "binary":
      return undefined;
    case "aggregation": {
      const vector = aggregated(expr);
      return vector && unitOfHistogram(query, vector);
    }
    case "call":
      return expr.args[0] && unitOfHistogram(query, expr.args[0]);
    case "range":
    case "subquery":
    case "offset":
    case "at":
    case "anchored":
    case "smoothed":
    case "paren":
    case "unary":
      return unitOfHistogram(query, expr.expr);
  }
}

function unitOfBinary(
  { operator, bool, left, right }: BinaryExpr,
  follow: (expr: Expr | undefined) => Unit | undefined,
): Unit | undefined {
  const units = [follow(left), follow(right)] as const;
  if (COMPARISONS.has(operator)) {
    return bool ? "bool" : units[0];
  }
  if (SET_OPERATORS.has(operator)) {
    return operator === "or" && units[0] !== units[1] ? undefined : units[0];
  }
  if (
    operator === "-" &&
    units[0] === "timestamp" &&
    units[1] === "timestamp"
  ) {
    return "seconds";
  }
  if (operator === "/" && units[0] !== undefined && units[0] === units[1]) {
    return "ratio";
  }
  if (operator === "+" || operator === "-") {
    const constant =
      left.kind === "number"
        ? units[1]
        : right.kind === "number"
          ? units[0]
          : undefined;
    return constant ?? (units[0] === units[1] ? units[0] : undefined);
  }
  return undefined;
}
