import { withQueries, type QueryText } from "../dashboards/dashboard-queries";
import { variableCall } from "../dashboards/variable-query";
import type { Dashboard } from "../model/dashboard";
import { scopeToSystem, type ScopeMatcher } from "../queries/promql/scope";

/**
 * `dashboard` with every PromQL query, annotation and variable in it seeing only series that carry `matcher`.
 * Throws with dashboard, place and position where a query names another system.
 */
export function scopeDashboard(
  dashboard: Dashboard,
  matcher: ScopeMatcher,
): Dashboard {
  const scoped = (query: QueryText, path: readonly string[]): string =>
    query.language === "promql"
      ? located(path, () => scopeQuery(query, matcher))
      : query.text;
  return {
    ...dashboard,
    model: withQueries(dashboard.model, scoped, [
      `dashboard "${dashboard.uid}"`,
    ]),
  };
}

function scopeQuery({ at, text }: QueryText, matcher: ScopeMatcher): string {
  const all = `{${matcher.label}="${matcher.value}"}`;
  if (at[0] === "serviceMapQuery") {
    const selector = text.trim();
    return selector === "" || selector === "{}"
      ? all
      : scopeToSystem(selector, matcher);
  }
  const call = variableCall(text);
  if (call === undefined) return scopeToSystem(text, matcher);
  if (call.inside.trim() === "") return text;
  if (call.query !== undefined)
    return call.withQuery(scopeToSystem(call.query, matcher));
  return call.name === "label_values"
    ? call.withQuery(`${all}, ${call.inside.trim()}`)
    : text;
}

function located<Result>(path: readonly string[], work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw new Error(
      `${path.join(" > ")}: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  }
}
