import type { Check } from "../check";
import { speaksAnotherLanguage, verdictOf } from "../dashboards/query-language";
import { queriesOf } from "../queries";
import { queryViolations } from "../query-violations";

/** Whether Prometheus can read the query: syntax and types. */
export const syntax: Check = {
  id: "promql/syntax",
  severity: "error",
  title: "PromQL that Prometheus cannot read",
  run: ({ systems }) =>
    systems
      .flatMap(queriesOf)
      .filter(
        (query) =>
          query.language === "promql" &&
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
