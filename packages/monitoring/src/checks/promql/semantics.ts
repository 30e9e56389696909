import type { Deployment } from "../../model/deployment";
import { secondsIn } from "../../model/duration";
import type { Environment } from "../../model/environment";
import { semanticFindings } from "../../queries/promql/semantics/check-semantics";
import type {
  Finding,
  SemanticCheckId,
} from "../../queries/promql/semantics/context";
import { rangeBeyondRetention } from "../../queries/promql/semantics/range-beyond-retention";
import { rangeTooShort } from "../../queries/promql/semantics/range-too-short";
import type { Check } from "../check";
import { queryViolations } from "../query-violations";
import { memoize } from "../../internal/memoize";
import {
  promqlQueries,
  semanticQuery,
  type PromqlQuery,
} from "./promql-queries";

interface Examined {
  readonly query: PromqlQuery;
  readonly findings: readonly Finding[];
}

/** What is wrong with a query wherever it runs. */
const findingsAnywhere = memoize((query: PromqlQuery) => {
  const semantic = semanticQuery(query);
  const findings = semantic === undefined ? [] : semanticFindings(semantic);
  return findings.filter(
    // A variable is asked for the labels of its series, not for their values.
    ({ id }) =>
      query.owner.kind !== "variable" || id !== "promql/counter-without-rate",
  );
});

/** What is wrong with a query where it is scraped and remembered as `environment` says. */
function findingsIn(
  query: PromqlQuery,
  { prometheus }: Environment,
): readonly Finding[] {
  const semantic = semanticQuery(query);
  if (semantic === undefined) return [];
  const limited = {
    ...semantic,
    context: {
      ...query.context,
      scrapeIntervalSeconds: secondsIn(prometheus.scrapeInterval),
      retentionSeconds: secondsIn(prometheus.retention),
    },
  };
  return [...rangeTooShort(limited), ...rangeBeyondRetention(limited)];
}

/** Every query is examined once for all checks of meaning, and but for its ranges once for all environments. */
const examinedQueries = memoize((deployment: Deployment): readonly Examined[] =>
  promqlQueries(deployment).flatMap((query) => {
    const findings = [
      ...findingsAnywhere(query),
      ...findingsIn(query, deployment.environment),
    ];
    return findings.length === 0 ? [] : [{ query, findings }];
  }),
);

/** What each check finds, and what to do about it. */
const rules: Readonly<
  Record<
    SemanticCheckId,
    Pick<Check, "severity" | "title"> & { readonly fix: string }
  >
> = {
  "promql/counter-without-rate": {
    severity: "error",
    title: "A counter whose bare value is used",
    fix: "take its rate() or increase()",
  },
  "promql/rate-of-gauge": {
    severity: "error",
    title: "A rate of something that does not only grow",
    fix: "use the gauge itself, or delta() and deriv()",
  },
  "promql/rate-of-aggregation": {
    severity: "error",
    title: "A rate of a sum, which mistakes every restart for a jump",
    fix: "take the rate first and sum the rates",
  },
  "promql/quantile-without-le": {
    severity: "error",
    title: "A quantile of something without buckets",
    fix: "give histogram_quantile rates of the _bucket series and keep le in by (…)",
  },
  "promql/dropped-label": {
    severity: "error",
    title: "A label that a legend or annotation prints and the query drops",
    fix: "keep the label in by (…), or take it out of the text",
  },
  "promql/join-cannot-match": {
    severity: "error",
    title: "Two sides of an operator whose series never match",
    fix: "aggregate both sides by the same labels, or say on (…)",
  },
  "promql/many-to-many": {
    severity: "warning",
    title: "A join with several series where one must be",
    fix: "match by the labels that tell them apart, or aggregate them away",
  },
  "promql/impossible-comparison": {
    severity: "error",
    title: "A comparison that is never true",
    fix: "compare with a value that can occur",
  },
  "promql/always-true-comparison": {
    severity: "error",
    title: "A comparison that is always true",
    fix: "compare with a value that tells good from bad",
  },
  "promql/division-by-zero": {
    severity: "error",
    title: "A division by something that is always zero",
    fix: "divide by what counts all, or remove the division",
  },
  "promql/range-too-short": {
    severity: "warning",
    title: "A range that holds fewer than two samples",
    fix: "use a range of at least two scrape intervals; $__rate_interval in panels",
  },
  "promql/range-beyond-retention": {
    severity: "error",
    title: "A query that looks back further than Prometheus remembers",
    fix: "set lookback on the rule so that it is left out there, or shorten the range",
  },
  "promql/unit-mismatch": {
    severity: "warning",
    title: "Values in different units, or shown in another unit than they have",
    fix: "convert one side, or show the result in its own unit",
  },
  "promql/unknown-metric": {
    severity: "error",
    title: "A metric that nothing exposes or records",
    fix: "correct the name, or add the metric to the system's metrics or exporters",
  },
  "promql/unknown-label": {
    severity: "error",
    title: "A label that the metric does not have",
    fix: "correct the label, or add it to the metric in the catalogue",
  },
};

/** The checks of what a query means. */
export const semantics: readonly Check[] = (
  Object.keys(rules) as SemanticCheckId[]
).map((id) => {
  const { severity, title, fix } = rules[id];
  return {
    id,
    severity,
    title,
    run: (deployment) =>
      examinedQueries(deployment).flatMap(({ query, findings }) =>
        queryViolations(
          query,
          findings
            .filter((finding) => finding.id === id)
            // A rule that is wrong keeps silent or calls somebody; a panel that is wrong is looked at.
            .map((finding) =>
              isRule(query) && !finding.isGuess
                ? { ...finding, severity }
                : finding,
            ),
          fix,
        ),
      ),
  };
});

function isRule({ owner }: PromqlQuery): boolean {
  return owner.kind === "alert" || owner.kind === "recording";
}
