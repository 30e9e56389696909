import {
  aggregated,
  withoutModifiers,
  withoutParens,
  type Expr,
} from "../../queries/promql/ast";
import { COMPARISONS } from "../../queries/promql/keywords";
import type { QueryProblem } from "../../queries/promql/position";
import {
  ancestorsOf,
  selectorsBelow,
  seriesOfSelector,
} from "../../queries/promql/semantics/selectors-below";
import { isRate, type ExpressionRule } from "./query-rule";

/** Calculations that give something else than what is meant, whoever asks. */
export const calculationRules: readonly ExpressionRule[] = [
  {
    id: "promql/divided-by-itself",
    severity: "error",
    title: "A share that divides every series by itself",
    fix: "sum both sides by the labels that you want to keep, without the one that tells good from bad",
    problems: ({ nodes }) =>
      nodes.flatMap((node): readonly QueryProblem[] => {
        if (node.kind !== "binary" || node.operator !== "/" || node.matching)
          return [];
        const [left, right] = [
          withoutParens(node.left),
          withoutParens(node.right),
        ];
        if (!isRate(left) || !isRate(right)) return [];
        const [part] = selectorsBelow(left);
        const [whole] = selectorsBelow(right);
        return part !== undefined &&
          whole !== undefined &&
          part.metric === whole.metric &&
          part.matchers.length > whole.matchers.length
          ? [
              {
                message:
                  "both sides match on all labels, so each series on the left is divided by the same series on the right: the result is always 1",
                from: node.operatorAt.from,
                to: node.operatorAt.to,
              },
            ]
          : [];
      }),
  },
  {
    id: "promql/unaggregated-quantile",
    severity: "warning",
    title: "A quantile of each series instead of a whole service",
    fix: "sum the buckets first: histogram_quantile(0.95, sum by (le, service) (rate(…_bucket[5m])))",
    problems: ({ nodes }) =>
      nodes.flatMap((node): readonly QueryProblem[] => {
        if (node.kind !== "call" || node.name !== "histogram_quantile")
          return [];
        const buckets = node.args[1] && withoutParens(node.args[1]);
        return buckets !== undefined &&
          isRate(buckets) &&
          selectorsBelow(buckets).some(({ metric }) =>
            metric?.endsWith("_bucket"),
          )
          ? [
              {
                message:
                  "without sum by (le, …) there is one quantile per instance, status and path, and quantiles cannot be averaged afterwards",
                from: buckets.from,
                to: buckets.to,
              },
            ]
          : [];
      }),
  },
  {
    id: "promql/empty-at-zero",
    severity: "warning",
    title:
      "A count of what meets a condition, which is empty when nothing does",
    fix: "sum 0 and 1 instead: sum(up), or sum(x > bool 5)",
    problems: (semantic) =>
      semantic.nodes.flatMap((node): readonly QueryProblem[] => {
        if (
          node.kind !== "aggregation" ||
          !/^(?:count|sum)$/.test(node.operator)
        )
          return [];
        const inner =
          aggregated(node) && withoutParens(aggregated(node) as Expr);
        if (
          inner?.kind !== "binary" ||
          !COMPARISONS.has(inner.operator) ||
          inner.bool ||
          inner.right.kind !== "number"
        )
          return [];
        // With by (…) it is a list of what meets the condition.
        if (node.grouping !== undefined) return [];
        const isGuarded = ancestorsOf(semantic, node).some(
          (outer) =>
            outer.kind === "binary" &&
            (outer.operator === "or" || COMPARISONS.has(outer.operator)),
        );
        const measuredBool = selectorsBelow(inner.left).some(
          (selector) => seriesOfSelector(semantic, selector)?.unit === "bool",
        );
        return isGuarded || !measuredBool
          ? []
          : [
              {
                message: `where nothing meets ${inner.operator} ${inner.right.written}, the result is empty instead of 0`,
                from: node.from,
                to: node.to,
              },
            ];
      }),
  },
  {
    id: "promql/unguarded-limit",
    severity: "warning",
    title: "A division by a limit that may not be set",
    fix: "guard the denominator: used / (limit > 0)",
    problems: (semantic) =>
      semantic.nodes.flatMap((node): readonly QueryProblem[] => {
        if (node.kind !== "binary" || node.operator !== "/") return [];
        const right = withoutModifiers(withoutParens(node.right));
        return right.kind === "selector" &&
          right.metric !== undefined &&
          /memory\w*_(?:max|limit)(?:_bytes)?$/.test(right.metric)
          ? [
              {
                message: `${right.metric} is 0 or -1 where no limit is set, and the quotient is then infinite or negative`,
                from: right.from,
                to: right.to,
              },
            ]
          : [];
      }),
  },
  {
    id: "promql/bare-histogram",
    severity: "error",
    title: "The bare name of a histogram, which has no series",
    fix: "use its _bucket, _sum or _count",
    problems: (semantic) =>
      semantic.nodes.flatMap((node) => {
        const series =
          node.kind === "selector"
            ? seriesOfSelector(semantic, node)
            : undefined;
        return series?.type === "native-histogram" &&
          series.metric?.buckets !== undefined
          ? [
              {
                message: `${series.name} is a histogram with buckets: there are ${series.name}_bucket, _sum and _count, and no series of its own name`,
                from: node.from,
                to: node.to,
              },
            ]
          : [];
      }),
  },
];
