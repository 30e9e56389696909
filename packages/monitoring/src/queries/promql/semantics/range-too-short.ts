import { withoutParens, type DurationExpr, type Expr } from "../ast";
import type { Finding, SemanticQuery } from "./context";

/** Functions that need two samples in their range to give anything. */
const NEEDS_TWO_SAMPLES = new Set([
  "changes",
  "delta",
  "deriv",
  "double_exponential_smoothing",
  "idelta",
  "increase",
  "irate",
  "predict_linear",
  "rate",
  "resets",
]);

/** Grafana's step alone: it can be shorter than two scrapes, unlike `$__rate_interval`. */
const STEP_VARIABLE =
  /^(?:\$__interval|\$\{__interval(?::[^}]*)?\}|\[\[__interval\]\])$/;

/** A range of less than two scrape intervals, in which a function finds one sample or none. */
export function rangeTooShort(query: SemanticQuery): readonly Finding[] {
  const { scrapeIntervalSeconds } = query.context;
  return query.nodes.flatMap((node): readonly Finding[] => {
    if (node.kind !== "call" || !NEEDS_TWO_SAMPLES.has(node.name)) {
      return [];
    }
    return node.args.flatMap((arg) => {
      const ranged = rangeOf(arg);
      const message =
        ranged &&
        shortage(
          node.name,
          ranged.range,
          ranged.interval ?? scrapeIntervalSeconds,
        );
      return ranged && message !== undefined
        ? [
            {
              id: "promql/range-too-short",
              severity: "warning",
              message,
              from: ranged.range.from,
              to: ranged.range.to,
            },
          ]
        : [];
    });
  });
}

function shortage(
  name: string,
  { written, seconds }: DurationExpr,
  interval: number | undefined,
): string | undefined {
  if (STEP_VARIABLE.test(written)) {
    return `${name} over ${written} is empty where the step is shorter than two scrapes; use $__rate_interval`;
  }
  return seconds !== undefined &&
    interval !== undefined &&
    seconds < 2 * interval
    ? `${name} needs two samples, ${written} holds fewer at one every ${interval}s; use at least ${2 * interval}s`
    : undefined;
}

/** The range of a selector or subquery; a subquery has a sample per step instead of one per scrape. */
function rangeOf(
  arg: Expr,
): { range: DurationExpr; interval?: number } | undefined {
  let inner = withoutParens(arg);
  while (
    inner.kind === "offset" ||
    inner.kind === "at" ||
    inner.kind === "anchored" ||
    inner.kind === "smoothed"
  ) {
    inner = withoutParens(inner.expr);
  }
  if (inner.kind === "range") {
    return { range: inner.range };
  }
  const step = inner.kind === "subquery" ? inner.step?.seconds : undefined;
  return inner.kind === "subquery" && step !== undefined
    ? { range: inner.range, interval: step }
    : undefined;
}
