import type { Check } from "../check";
import { speaksAnotherLanguage, verdictOf } from "../dashboards/query-language";
import { usedLabelsOf } from "../promql/promql-queries";
import { queriesOf, type ModelQuery } from "../queries";
import { queryViolations } from "../query-violations";
import type { Deployment } from "../../model/deployment";
import { keptLabels } from "./kept-labels";
import type { LogqlRule } from "./logql-rules";

function logqlQueries({ systems }: Deployment): readonly ModelQuery[] {
  return systems
    .flatMap(queriesOf)
    .filter(({ language }) => language === "logql");
}

/** Whether Loki can read the query. */
export const logqlSyntax: Check = {
  id: "logql/syntax",
  severity: "error",
  title: "LogQL that Loki cannot read",
  run: (deployment) =>
    logqlQueries(deployment)
      .filter((query) => speaksAnotherLanguage(query) === undefined)
      .flatMap((query) =>
        queryViolations(
          query,
          verdictOf(query).errors,
          "correct the query at the caret",
        ),
      ),
};

/** A label that a legend or annotation prints, and that the aggregation drops. */
export const logqlDroppedLabel: Check = {
  id: "logql/dropped-label",
  severity: "error",
  title: "A label that a legend or annotation prints and the query drops",
  run: (deployment) =>
    logqlQueries(deployment).flatMap((query) => {
      const kept = keptLabels(query.expr);
      if (kept === undefined) return [];
      return usedLabelsOf(query)
        .filter((label) => !kept.includes(label))
        .map((label) => ({
          path: query.path,
          message: `the label ${label} is used, but the result has only ${kept.join(", ") || "no labels"}`,
          fix: "keep the label in by (…), or take it out of the text",
          suppress: query.suppress,
        }));
    }),
};

/** The rule as a check of every query. */
export function logqlCheck({
  id,
  severity,
  title,
  fix,
  problems,
}: LogqlRule): Check {
  return {
    id,
    severity,
    title,
    run: (deployment) =>
      logqlQueries(deployment).flatMap((query) =>
        queryViolations(query, problems(query.expr), fix),
      ),
  };
}
