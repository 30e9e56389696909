import type { Check } from "../check";
import { speaksAnotherLanguage, verdictOf } from "../dashboards/query-language";
import { queryViolations } from "../query-violations";
import { promqlQueries } from "./promql-queries";

/** Whether Prometheus can read the query: syntax and types. */
export const syntax: Check = {
  id: "promql/syntax",
  severity: "error",
  title: "PromQL that Prometheus cannot read",
  run: (deployment) =>
    promqlQueries(deployment)
      .filter((query) => speaksAnotherLanguage(query) === undefined)
      .flatMap((query) =>
        queryViolations(
          query,
          verdictOf(query).errors,
          "correct the query at the caret",
        ),
      ),
};
