import {
  aggregated,
  descendantsOf,
  withoutModifiers,
  withoutParens,
  type BinaryExpr,
  type Call,
  type Expr,
} from "../../promql/ast";
import { COMPARISONS } from "../../promql/keywords";
import type { QueryProblem } from "../../promql/position";
import type { SemanticQuery } from "../../promql/semantics/context";
import {
  ancestorsOf,
  isVariable,
  selectorsBelow,
  seriesOfSelector,
} from "../../promql/semantics/selectors-below";
import { typeOf } from "../../promql/types";
import type { Check } from "../check";
import type { FindingSeverity } from "../finding";
import { queryViolations } from "../query-violations";
import {
  promqlQueries,
  resultLabels,
  semanticQuery,
  type PromqlQuery,
} from "./promql-queries";

interface Rule {
  readonly id: string;
  readonly severity: FindingSeverity;
  readonly title: string;
  readonly fix: string;
  readonly problems: (
    query: PromqlQuery,
    semantic: SemanticQuery,
  ) => readonly QueryProblem[];
}

/** The expression that decides, without the comparison around it. */
function measured(expr: Expr): Expr {
  const inner = withoutParens(expr);
  return inner.kind === "binary" && COMPARISONS.has(inner.operator)
    ? measured(inner.left)
    : inner;
}

function comparisonIn(expr: Expr): BinaryExpr | undefined {
  const inner = withoutParens(expr);
  // Neither labels nor sums undo what a comparison has filtered.
  const below =
    inner.kind === "aggregation"
      ? aggregated(inner)
      : inner.kind === "call" && /^(?:label_|sort)/.test(inner.name)
        ? inner.args[0]
        : undefined;
  if (below !== undefined) return comparisonIn(below);
  if (inner.kind !== "binary") return undefined;
  if (COMPARISONS.has(inner.operator)) return inner;
  return /^(?:and|or|unless)$/.test(inner.operator)
    ? (comparisonIn(inner.left) ?? comparisonIn(inner.right))
    : undefined;
}

function isAbsent(expr: Expr): boolean {
  const inner = withoutParens(expr);
  if (inner.kind === "call") return /^absent(?:_over_time)?$/.test(inner.name);
  return inner.kind === "binary" && inner.operator === "or"
    ? isAbsent(inner.left) && isAbsent(inner.right)
    : false;
}

function isRate(expr: Expr): expr is Call {
  return (
    expr.kind === "call" && /^(?:rate|irate|increase|delta)$/.test(expr.name)
  );
}

const rules: readonly Rule[] = [
  {
    id: "promql/alert-without-condition",
    severity: "error",
    title: "An alert that fires for every series, whatever its value",
    fix: "give the rule a condition, or compare in its expression",
    problems: ({ owner }, { ast }) =>
      owner.kind === "alert" &&
      owner.alert.condition === undefined &&
      comparisonIn(ast) === undefined &&
      !isAbsent(ast) &&
      !(ast.kind === "call" && ast.name === "vector")
        ? [
            {
              message:
                "nothing is compared, so it fires as long as there is a series",
              from: ast.from,
              to: ast.to,
            },
          ]
        : [],
  },
  {
    id: "promql/condition-twice",
    severity: "error",
    title: "An alert that compares in its query and in its condition",
    fix: "leave the comparison to the condition: the query is then never empty, and Grafana tells good from no data",
    problems: ({ owner }, { ast }) => {
      if (owner.kind !== "alert" || owner.alert.condition === undefined)
        return [];
      const inner = withoutParens(ast);
      return inner.kind === "binary" &&
        COMPARISONS.has(inner.operator) &&
        !inner.bool
        ? [
            {
              message: `the query is empty unless ${inner.operator} holds, and the condition ${owner.alert.condition.is} ${owner.alert.condition.value} compares once more`,
              from: inner.operatorAt.from,
              to: inner.operatorAt.to,
            },
          ]
        : [];
    },
  },
  {
    id: "promql/alert-counts-itself",
    severity: "error",
    title: "An alert on alerts that counts itself",
    fix: 'leave it out: ALERTS{alertname!~"…"}',
    problems: ({ owner }, { nodes }) =>
      owner.kind !== "alert"
        ? []
        : nodes.flatMap((node) =>
            node.kind === "selector" &&
            node.metric === "ALERTS" &&
            !node.matchers.some(({ label }) => label === "alertname")
              ? [
                  {
                    message: `once it fires, ${owner.alert.alert} is one of the alerts that it counts, and so are alerts that always fire`,
                    from: node.from,
                    to: node.to,
                  },
                ]
              : [],
          ),
  },
  {
    id: "promql/divided-by-itself",
    severity: "error",
    title: "A share that divides every series by itself",
    fix: "sum both sides by the labels that you want to keep, without the one that tells good from bad",
    problems: (_, { nodes }) =>
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
    problems: (_, { nodes }) =>
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
    problems: (_, semantic) =>
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
    problems: (_, semantic) =>
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
    id: "promql/recording-name",
    severity: "warning",
    title: "A recording rule whose name promises another calculation",
    fix: "calculate what the name says, or rename the recording",
    problems: ({ owner }, { nodes }) => {
      if (owner.kind !== "recording") return [];
      const promised = /(rate|increase|irate)(\d+[smhdw])$/.exec(
        owner.recording.record.split(":").at(-1) ?? "",
      );
      if (promised === null) return [];
      const [, name, window] = promised;
      return nodes.flatMap((node): readonly QueryProblem[] => {
        if (node.kind !== "call" || !isRate(node)) return [];
        const range = node.args[0];
        const written =
          range?.kind === "range" ? range.range.written : undefined;
        const differs =
          node.name !== name && !(name === "rate" && node.name === "increase");
        return differs || (written !== undefined && written !== window)
          ? [
              {
                message: `the name promises ${name} over ${window}, the expression takes ${node.name} over ${written ?? "something else"}`,
                from: node.from,
                to: node.to,
              },
            ]
          : [];
      });
    },
  },
  {
    id: "promql/bare-histogram",
    severity: "error",
    title: "The bare name of a histogram, which has no series",
    fix: "use its _bucket, _sum or _count",
    problems: (_, semantic) =>
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
  {
    id: "promql/unknown-job",
    severity: "error",
    title: "A job that nobody scrapes",
    fix: "correct the name, or add the job to the system",
    problems: ({ system }, { nodes }) => {
      if (system.source.observes === "all" || system.source.jobs.length === 0)
        return [];
      if (system.source.jobs.some(({ honorLabels }) => honorLabels)) return [];
      const jobs = [...new Set(system.source.jobs.map(({ job }) => job))];
      return nodes.flatMap((node) =>
        node.kind === "selector"
          ? node.matchers.flatMap(({ label, match, value, from, to }) =>
              label === "job" &&
              match === "=" &&
              value !== "" &&
              !isVariable(value) &&
              !jobs.includes(value)
                ? [
                    {
                      message: `the system has no job ${value}, only ${jobs.join(", ")}`,
                      from,
                      to,
                    },
                  ]
                : [],
            )
          : [],
      );
    },
  },
  {
    id: "promql/indistinct-legend",
    severity: "warning",
    title: "Several series with one name",
    fix: "aggregate by the labels of the legend, or add the missing ones to it",
    problems: (query, { ast, nodes }) => {
      const { owner } = query;
      if (owner.kind !== "panel" || owner.target.hide === true) return [];
      if (!["timeseries", "heatmap"].includes(String(owner.panel.panel.type)))
        return [];
      const legend = String(owner.target.legendFormat ?? "");
      const result = resultLabels(query);
      if (!result || legend === "" || legend === "__auto") return [];
      const named = query.context.usedLabels ?? [];
      // Of a gauge that one target exposes there is one line; a counter is exposed by every replica.
      const ignored =
        named.includes("instance") || !nodes.some(isRate)
          ? (query.context.targetLabels ?? [])
          : ["system"];
      const left = [...result.certain].filter(
        (label) =>
          !named.includes(label) &&
          !result.values.has(label) &&
          !ignored.includes(label),
      );
      return left.length === 0 || isSingle(ast)
        ? []
        : [
            {
              message: `the legend ${legend} leaves out ${left.sort().join(", ")}, so that lines have the same name`,
              from: ast.from,
              to: ast.to,
            },
          ];
    },
  },
];

/** What stands for one series by its nature. */
function isSingle(ast: Expr): boolean {
  const inner = measured(ast);
  return (
    typeOf(inner) === "scalar" ||
    (inner.kind === "aggregation" &&
      /^(?:topk|bottomk)$/.test(inner.operator)) ||
    descendantsOf(inner).some(
      (node) => node.kind === "call" && node.name === "vector",
    )
  );
}

/** Rules on PromQL that depend on who asks: an alert, a recording, a panel. */
export const queryRules: readonly Check[] = rules.map(
  ({ id, severity, title, fix, problems }) => ({
    id,
    severity,
    title,
    run: (deployment) =>
      promqlQueries(deployment).flatMap((query) => {
        const semantic = semanticQuery(query);
        return semantic === undefined
          ? []
          : queryViolations(query, problems(query, semantic), fix);
      }),
  }),
);
