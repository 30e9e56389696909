import { checkLogql } from "../../queries/logql/check";
import { checkPromql } from "../../queries/promql/check";
import { metricNamesOf } from "../../queries/promql/selectors";
import type { QueryCheck } from "../../queries/promql/position";
import { checkTraceql } from "../../queries/traceql/check";
import type { Check } from "../check";
import type { QueryLanguage } from "../../dashboards/dashboard-queries";
import { queriesOf, type ModelQuery } from "../queries";

const checked = {
  promql: checkPromql,
  logql: checkLogql,
  traceql: checkTraceql,
} as const;

const titles: Readonly<Record<QueryLanguage, string>> = {
  promql: "PromQL",
  logql: "LogQL",
  traceql: "TraceQL",
  sql: "SQL",
};

/** Rules of several environments ask the same. */
const verdicts = new Map<string, QueryCheck>();
const mostVerdicts = 10_000;

/** Whether the datasource of a query can read it. SQL is not checked. */
export function verdictOf({
  language,
  expr,
}: Pick<ModelQuery, "language" | "expr">): QueryCheck {
  if (language === "sql") return { valid: true, errors: [] };
  const key = `${language} ${expr}`;
  const known = verdicts.get(key);
  if (known !== undefined) return known;
  const verdict = checked[language](expr);
  if (verdicts.size >= mostVerdicts) verdicts.clear();
  verdicts.set(key, verdict);
  return verdict;
}

/** The language that a query is written in, where its datasource speaks another one. */
export function speaksAnotherLanguage(
  query: ModelQuery,
): QueryLanguage | undefined {
  const { language, expr } = query;
  const isSql = /^\s*(?:select|with)\s[\s\S]*\bfrom\b/i.test(expr);
  if (language === "sql") return isSql ? undefined : readable(expr, []);
  if (verdictOf(query).valid) return undefined;
  return isSql ? "sql" : readable(expr, [language]);
}

function readable(
  expr: string,
  except: readonly QueryLanguage[],
): QueryLanguage | undefined {
  return (["promql", "logql", "traceql"] as const).find(
    (language) =>
      !except.includes(language) &&
      checked[language](expr).valid &&
      // `absent({job="a"})` is a slip in LogQL rather than PromQL: nobody asks for a metric without naming it.
      (language !== "promql" || metricNamesOf(expr).length > 0),
  );
}

/** A query in the language of another datasource than the one that is asked. */
export const queryLanguage: Check = {
  id: "dashboards/query-language",
  severity: "error",
  title: "A query in another language than its datasource speaks",
  run: ({ systems }) =>
    systems.flatMap(queriesOf).flatMap((query) => {
      const other = speaksAnotherLanguage(query);
      return other === undefined
        ? []
        : [
            {
              path: query.path,
              message: `the query is ${titles[other]}, but the datasource that it is sent to takes ${titles[query.language]}`,
              fix: `ask a datasource that takes ${titles[other]}, or write the query in ${titles[query.language]}`,
              suppress: query.suppress,
            },
          ];
    }),
};
