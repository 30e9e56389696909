import { tokenizeLogql } from "../../queries/logql/tokens";
import { substituteVariables } from "../../queries/variables/variables";
import type { Check } from "../check";
import { speaksAnotherLanguage, verdictOf } from "../dashboards/query-language";
import { usedLabelsOf } from "../promql/promql-queries";
import { queriesOf, type ModelQuery } from "../queries";
import { queryViolations } from "../query-violations";
import type { Deployment } from "../../model/deployment";
import { keptLabels } from "./kept-labels";

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

/** What agents write on streams; everything else has to be extracted from the line. */
const streamLabels = new Set([
  "app",
  "cluster",
  "container",
  "detected_level",
  "environment",
  "filename",
  "host",
  "instance",
  "job",
  "level",
  "method",
  "namespace",
  "pod",
  "service",
  "service_name",
  "status",
  "stream",
  "system",
]);

/** Stages that make labels out of a line. */
const extracting = [
  "json",
  "logfmt",
  "regexp",
  "pattern",
  "unpack",
  "label_format",
  "label_replace",
];

/** Grouping by a label that streams do not have and no stage extracts: one series without a name. */
export const unextractedLabel: Check = {
  id: "logql/unextracted-label",
  severity: "error",
  title: "Grouping by a label that nothing extracts from the line",
  run: (deployment) =>
    logqlQueries(deployment).flatMap((query) => {
      const words = wordsIn(query.expr);
      if (extracting.some((stage) => words.includes(stage))) return [];
      const matched = [
        ...query.expr.matchAll(/([A-Za-z_]\w*)\s*(?:=~|!~|!=|=)/g),
      ].map(([, label]) => label);
      return (keptLabels(query.expr) ?? innerGrouping(words))
        .filter(
          (label) =>
            !streamLabels.has(label) &&
            !matched.includes(label) &&
            !/\W|^x+$/.test(label),
        )
        .map((label) => ({
          path: query.path,
          message: `it groups by ${label}, which is no label of streams, and nothing extracts it`,
          fix: "put a stage such as | json or | logfmt before the range, or group by a label of the streams",
          suppress: query.suppress,
        }));
    }),
};

/** The labels of the first `by (…)`, wherever it stands. */
function innerGrouping(words: readonly string[]): readonly string[] {
  const at = words.indexOf("by");
  return at < 0
    ? []
    : words
        .slice(at + 2, words.indexOf(")", at))
        .filter((word) => word !== ",");
}

/** Unwrapping without grouping: one series per line, because every extracted field is a label. */
export const unwrapPerLine: Check = {
  id: "logql/unwrap-per-line",
  severity: "error",
  title: "A statistic of unwrapped values that is not grouped",
  run: (deployment) =>
    logqlQueries(deployment).flatMap((query) => {
      const words = wordsIn(query.expr);
      const extracts = ["json", "logfmt"].some((stage) =>
        words.includes(stage),
      );
      if (!words.includes("unwrap") || !extracts) return [];
      const isGrouped =
        words.includes("by") ||
        words.includes("without") ||
        keptLabels(query.expr) !== undefined;
      return isGrouped
        ? []
        : [
            {
              path: query.path,
              message:
                "after the parser every field of the line is a label, so that there is a series for each request",
              fix: "group the statistic: quantile_over_time(…) by (service)",
              suppress: query.suppress,
            },
          ];
    }),
};

/** Unwrapping without a filter of errors: lines without the field make the whole query fail. */
export const unwrapErrors: Check = {
  id: "logql/unwrap-errors",
  severity: "warning",
  title: "Unwrapped values whose errors are not left out",
  run: (deployment) =>
    logqlQueries(deployment).flatMap((query) =>
      /\|\s*unwrap\b/.test(query.expr) && !query.expr.includes("__error__")
        ? [
            {
              path: query.path,
              message:
                "a line without the field, or with text in it, makes the whole query fail",
              fix: 'add | __error__="" after unwrap',
              suppress: query.suppress,
            },
          ]
        : [],
    ),
};

function wordsIn(expr: string): readonly string[] {
  return tokenizeLogql(substituteVariables(expr, "logql").text).tokens.map(
    ({ text }) => text,
  );
}
