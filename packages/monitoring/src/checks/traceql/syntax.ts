import type { Check } from "../check";
import { speaksAnotherLanguage, verdictOf } from "../dashboards/query-language";
import { queriesOf } from "../queries";
import { queryViolations } from "../query-violations";

/** Whether Tempo can read the query. */
export const traceqlSyntax: Check = {
  id: "traceql/syntax",
  severity: "error",
  title: "TraceQL that Tempo cannot read",
  run: ({ systems }) =>
    systems
      .flatMap(queriesOf)
      .filter(
        (query) =>
          query.language === "traceql" &&
          speaksAnotherLanguage(query) === undefined,
      )
      .flatMap((query) =>
        queryViolations(
          query,
          verdictOf(query).errors,
          "correct the query at the caret",
        ),
      ),
};
