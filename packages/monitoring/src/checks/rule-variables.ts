import type { QueryProblem } from "../queries/promql/position";
import { uninterpolatedVariables } from "../queries/variables/rule-variables";
import type { Check } from "./check";
import { queriesOf } from "./queries";
import { queryViolations } from "./query-violations";

/** A variable of dashboards in a rule, which is evaluated without a dashboard: it reads or matches nothing. */
export const ruleVariables: readonly Check[] = (
  ["promql", "logql"] as const
).map((language) => ({
  id: `${language}/rule-variable`,
  severity: "error",
  title: "A dashboard variable in a rule, where nothing replaces it",
  run: ({ systems }) =>
    systems
      .flatMap(queriesOf)
      .filter(
        ({ language: written, owner }) =>
          written === language &&
          (owner.kind === "alert" || owner.kind === "recording"),
      )
      .flatMap((query) =>
        queryViolations(
          query,
          uninterpolatedVariables(query.expr, language).map(
            ({ place, from, to }): QueryProblem => ({
              message: `${query.expr.slice(from, to)} is a variable of dashboards, which nothing replaces in a rule${
                place === "string-content"
                  ? ": it is compared as it is written"
                  : ""
              }`,
              from,
              to,
            }),
          ),
          "write what it stands for, such as a range of 5m, or leave the matcher out; where a dollar sign is meant, match [$] as a regular expression",
        ),
      ),
}));
