import type { Metric } from "../model/metric";
import type { Sli } from "../model/slo";
import { labelsOf, type LabelSet } from "../queries/promql/semantics/labels-of";
import { semanticQueryOf } from "../queries/promql/semantics/semantic-query";
import { error, warning, type SloProblem } from "./problem";
import { overWindow } from "./sli-query";

/** What is wrong with an SLI, as far as buckets and labels of its metrics tell. */
export function catalogueProblems(
  sli: Sli,
  metrics: readonly Metric[] | undefined,
): readonly SloProblem[] {
  switch (sli.kind) {
    case "events": {
      const [part, query] =
        "errors" in sli
          ? (["errors", sli.errors] as const)
          : (["good", sli.good] as const);
      return ratioProblems(
        part,
        resultLabels(query, metrics),
        resultLabels(sli.total, metrics),
      );
    }
    case "latency":
      return bucketProblems(
        sli,
        metrics?.find(({ name }) => name === sli.histogram)?.buckets,
      );
    case "raw":
      return [];
  }
}

/** Without a bucket of this bound there are no series to count, and every request is a bad one. */
function bucketProblems(
  { histogram, le }: Extract<Sli, { kind: "latency" }>,
  buckets: readonly number[] | undefined,
): readonly SloProblem[] {
  return buckets === undefined || buckets.includes(le)
    ? []
    : [
        error(
          "le",
          `le must be the bound of a bucket of ${histogram} (${buckets.join(", ")}), got ${le}: without one, every request counts as a bad one`,
        ),
      ];
}

function ratioProblems(
  part: "errors" | "good",
  labels: LabelSet | undefined,
  { possible }: Partial<LabelSet> = {},
): readonly SloProblem[] {
  if (labels?.possible === undefined || possible === undefined) return [];
  const missing = [...labels.possible].filter((label) => !possible.has(label));
  if (missing.length === 0) return [];
  const problem = missing.some((label) => labels.certain.has(label))
    ? error
    : warning;
  return [
    problem(
      "ratio-labels",
      `${part} has the label ${missing.join(", ")}, which total lacks: its series match none of total, so that all events count as ${part === "errors" ? "good" : "bad"} ones; aggregate both by the same labels`,
    ),
  ];
}

/** The labels of a query's result; `undefined` when it does not parse. */
function resultLabels(
  query: string,
  metrics: readonly Metric[] | undefined,
): LabelSet | undefined {
  const semantic = semanticQueryOf(
    overWindow(query, "5m"),
    metrics === undefined ? {} : { metrics },
  );
  return semantic && labelsOf(semantic, semantic.ast);
}
