import {
  descendantsOf,
  withoutParens,
  type Expr,
} from "../../queries/promql/ast";
import { COMPARISONS } from "../../queries/promql/keywords";
import type { QueryProblem } from "../../queries/promql/position";
import { isVariable } from "../../queries/promql/semantics/selectors-below";
import { typeOf } from "../../queries/promql/types";
import { textOf } from "../dashboards/panels";
import { resultLabels } from "./promql-queries";
import { isRate, type QueryRule } from "./query-rule";

/** Names that promise something else: of recordings, jobs and lines. */
export const nameRules: readonly QueryRule[] = [
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
      const legend = textOf(owner.target.legendFormat) ?? "";
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

/** The expression that decides, without the comparison around it. */
function measured(expr: Expr): Expr {
  const inner = withoutParens(expr);
  return inner.kind === "binary" && COMPARISONS.has(inner.operator)
    ? measured(inner.left)
    : inner;
}
