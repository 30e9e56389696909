import type { Sli, Slo } from "../model/slo";
import { eventUnit } from "./event-count";
import { error, warning, type SloProblem } from "./problem";
import { sliQueries, windowVariable, withoutStrings } from "./sli-query";

/** What is wrong with the queries of an SLO. Whether they are PromQL is checked with every other query, when they are scoped. */
export function queryProblems(slo: Slo): readonly SloProblem[] {
  return [
    ...partsOf(slo.sli).flatMap(([part, query]) => partProblems(part, query)),
    ...sliProblems(slo.sli),
    ...minimumProblems(slo),
  ];
}

/** The queries that were written, with the names of their properties. */
function partsOf(
  sli: Sli,
): readonly (readonly [part: string, query: string])[] {
  switch (sli.kind) {
    case "events":
      return [
        ["total", sli.total],
        "errors" in sli ? ["errors", sli.errors] : ["good", sli.good],
      ];
    case "latency":
      return [];
    case "raw":
      return [["errorRatio", sli.errorRatio]];
  }
}

function partProblems(part: string, query: string): readonly SloProblem[] {
  if (/\{\{\s*\.window\s*\}\}/.test(query))
    return [
      error(
        "window-variable",
        `${part} holds {{.window}}, which is how Sloth writes it; write ${windowVariable}`,
      ),
    ];
  if (!query.includes(windowVariable))
    return [
      error(
        "window-variable",
        `${part} must hold ${windowVariable} where its range belongs, such as sum(rate(http_requests_total[${windowVariable}])), got ${query.trim()}`,
      ),
    ];
  return [];
}

function sliProblems(sli: Sli): readonly SloProblem[] {
  const problems: SloProblem[] = [];
  switch (sli.kind) {
    case "events": {
      const [part, query] =
        "errors" in sli ? ["errors", sli.errors] : ["good", sli.good];
      if (plain(query) === plain(sli.total))
        problems.push(
          error(
            "identical-queries",
            `${part} and total are the same query, so that the error ratio never changes; tell the events apart in ${part}`,
          ),
        );
      break;
    }
    case "latency":
      if (!(sli.le > 0 && Number.isFinite(sli.le)))
        problems.push(
          error(
            "le",
            `le must be the bound of a bucket, a finite number above 0, got ${sli.le}`,
          ),
        );
      if (/_(bucket|count|sum)$/.test(sli.histogram))
        problems.push(
          error(
            "histogram",
            `histogram must be the name without _bucket, _count or _sum, got "${sli.histogram}"`,
          ),
        );
      if (/(^|,)\s*le\s*(=|!)/.test(sli.selector ?? ""))
        problems.push(
          error("selector", "selector must not match le; set le instead"),
        );
      break;
    case "raw":
      if (filters(sli.errorRatio))
        problems.push(
          warning(
            "comparison",
            "errorRatio compares without bool: it gives a value or nothing instead of a ratio between 0 and 1",
          ),
        );
      break;
  }
  return problems;
}

function minimumProblems({ sli, minimumRequests }: Slo): readonly SloProblem[] {
  if (minimumRequests === undefined || minimumRequests === 0) return [];
  if (!(minimumRequests > 0 && Number.isFinite(minimumRequests)))
    return [
      error(
        "minimum-requests",
        `minimumRequests must be a number of events of at least 0, got ${minimumRequests}`,
      ),
    ];
  if (sli.kind === "raw")
    return [
      error(
        "minimum-requests",
        "minimumRequests needs events to count, which a raw SLI does not have; use an SLI of kind events, or leave it out",
      ),
    ];
  if (eventUnit(sliQueries(sli).total) === undefined)
    return [
      error(
        "minimum-requests",
        "minimumRequests cannot count the events of total, which must use either rate or one of increase, count_over_time, sum_over_time",
      ),
    ];
  return [];
}

function plain(query: string): string {
  return query.replace(/\s+/g, "");
}

/** Whether a comparison outside of all parentheses drops samples instead of giving 0 or 1. */
function filters(query: string): boolean {
  let top = withoutStrings(query).replace(/\{[^}]*\}/g, "");
  for (let inner = ""; inner !== top;) {
    inner = top;
    top = top.replace(/\([^()]*\)/g, "");
  }
  return /(?:[<>]=?|[=!]=)(?!\s*bool\b)/.test(top);
}
