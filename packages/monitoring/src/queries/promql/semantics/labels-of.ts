import {
  aggregated,
  type Aggregation,
  type BinaryExpr,
  type Expr,
  type VectorSelector,
} from "../ast";
import { parsePromql } from "../parse";
import { typeOf } from "../types";
import type { SemanticQuery } from "./context";
import {
  ANY,
  eitherOf,
  merged,
  NONE,
  reduced,
  restricted,
  union,
  type LabelSet,
} from "./label-set";
import { labelsOfCall, literalText } from "./labels-of-call";
import { isVariable, seriesOfSelector } from "./selectors-below";
import { targetLabelsOf } from "./series";

export type { LabelSet };

const NO_RECORDINGS: ReadonlySet<string> = new Set();

const followed = new WeakMap<SemanticQuery, Map<Expr, LabelSet>>();

/** Follows labels from the selectors through aggregations, joins and functions to the result of `expr`. */
export function labelsOf(query: SemanticQuery, expr: Expr): LabelSet {
  return labelsWithin(query, expr, NO_RECORDINGS);
}

/** `recordings` are those that are being followed already, so that rules that read one another come to an end. */
function labelsWithin(
  query: SemanticQuery,
  expr: Expr,
  recordings: ReadonlySet<string>,
): LabelSet {
  const known = followed.get(query) ?? new Map<Expr, LabelSet>();
  followed.set(query, known);
  let labels = known.get(expr);
  if (!labels) {
    labels = labelsOfOperation(query, expr, recordings);
    if (recordings.size === 0) {
      known.set(expr, labels);
    }
  }
  return labels;
}

function labelsOfOperation(
  query: SemanticQuery,
  expr: Expr,
  recordings: ReadonlySet<string>,
): LabelSet {
  const follow = follower(query, recordings);
  switch (expr.kind) {
    case "number":
    case "string":
      return NONE;
    case "selector":
      return labelsOfSelector(query, expr, recordings);
    case "aggregation":
      return labelsOfAggregation(expr, follow);
    case "binary":
      return labelsOfBinary(expr, follow);
    case "call":
      return labelsOfCall(expr, follow);
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

function follower(
  query: SemanticQuery,
  recordings: ReadonlySet<string>,
): (expr: Expr) => LabelSet {
  return (inner) => labelsWithin(query, inner, recordings);
}

function labelsOfSelector(
  query: SemanticQuery,
  selector: VectorSelector,
  recordings: ReadonlySet<string>,
): LabelSet {
  const required = selector.matchers.filter(
    ({ label, match, value }) =>
      label !== "__name__" && match === "=" && value !== "",
  );
  const values = new Map(
    required
      .filter(({ value }) => !isVariable(value))
      .map(({ label, value }): [string, string] => [label, value]),
  );
  const certain = required.map(({ label }) => label);
  const series = seriesOfSelector(query, selector);
  if (series?.recording) {
    const inner = labelsOfRecording(query, series.recording.record, recordings);
    return merged(inner, certain, values);
  }
  if (!series?.labels) {
    return { certain: new Set(certain), values };
  }
  const labels = [...series.labels, ...targetLabelsOf(query)];
  return {
    possible: new Set([...labels, ...certain]),
    certain: new Set([...labels, ...certain]),
    values,
  };
}

function labelsOfRecording(
  query: SemanticQuery,
  record: string,
  recordings: ReadonlySet<string>,
): LabelSet {
  const recording = query.series.find(record)?.recording;
  const ast =
    recording && !recordings.has(record)
      ? parsePromql(recording.expr).ast
      : undefined;
  if (!recording || !ast) {
    return ANY;
  }
  const own = Object.entries(recording.labels ?? {});
  const inner = labelsWithin(query, ast, new Set([...recordings, record]));
  return {
    ...(inner.possible
      ? {
          possible: union(
            inner.possible,
            own.map(([label]) => label),
          ),
        }
      : {}),
    certain: union(
      inner.certain,
      own.map(([label]) => label),
    ),
    values: new Map([...inner.values, ...own]),
  };
}

function labelsOfAggregation(
  expr: Aggregation,
  follow: (expr: Expr) => LabelSet,
): LabelSet {
  const vector = aggregated(expr);
  const inner = vector ? follow(vector) : ANY;
  const { operator, grouping, args } = expr;
  if (/^(?:topk|bottomk|limitk|limit_ratio)$/.test(operator)) {
    return inner;
  }
  const result = grouping?.without
    ? reduced(inner, (label) => !grouping.labels.includes(label))
    : restricted(inner, grouping?.labels ?? []);
  const counted =
    operator === "count_values" ? literalText(args[0]) : undefined;
  return counted === undefined ? result : merged(result, [counted], new Map());
}

function labelsOfBinary(
  expr: BinaryExpr,
  follow: (expr: Expr) => LabelSet,
): LabelSet {
  const { operator, matching, left, right } = expr;
  if (typeOf(left) === "scalar") {
    return follow(right);
  }
  if (
    typeOf(right) === "scalar" ||
    operator === "and" ||
    operator === "unless"
  ) {
    return follow(left);
  }
  if (operator === "or") {
    return eitherOf(follow(left), follow(right));
  }
  const group = matching?.group;
  if (group) {
    const many = follow(group.side === "left" ? left : right);
    const one = follow(group.side === "left" ? right : left);
    const copied = group.list?.labels ?? [];
    const isKept = (label: string): boolean =>
      !copied.includes(label) || one.certain.has(label);
    // A label that is copied is as it is on the one side: with its value, or not there.
    return merged(
      { ...many, certain: new Set([...many.certain].filter(isKept)) },
      copied,
      new Map([...one.values].filter(([label]) => copied.includes(label))),
      false,
    );
  }
  if (!matching) {
    return follow(left);
  }
  return matching.kind === "on"
    ? restricted(follow(left), matching.list.labels)
    : reduced(follow(left), (label) => !matching.list.labels.includes(label));
}
