import type { QueryProblem } from "../../queries/promql/position";
import type { Token } from "../../queries/promql/tokens";
import { tokenizeLogql } from "../../queries/logql/tokens";
import { substituteVariables } from "../../queries/variables/variables";
import type { Check } from "../check";
import { keptLabels } from "./kept-labels";

/** A rule on LogQL whoever asks. */
export interface LogqlRule extends Pick<Check, "id" | "severity" | "title"> {
  readonly fix: string;
  readonly problems: (expr: string) => readonly QueryProblem[];
}

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
const unextractedLabel: LogqlRule = {
  id: "logql/unextracted-label",
  severity: "error",
  title: "Grouping by a label that nothing extracts from the line",
  fix: "put a stage such as | json or | logfmt before the range, or group by a label of the streams",
  problems: (expr) => {
    const tokens = tokensOf(expr);
    if (hasWord(tokens, ...extracting)) return [];
    const matched = [...expr.matchAll(/([A-Za-z_]\w*)\s*(?:=~|!~|!=|=)/g)].map(
      ([, label]) => label,
    );
    const grouping = firstGrouping(tokens);
    return (keptLabels(expr) ?? grouping.map(({ text }) => text))
      .filter(
        (label) =>
          !streamLabels.has(label) &&
          !matched.includes(label) &&
          !/\W|^x+$/.test(label),
      )
      .map((label) => ({
        message: `it groups by ${label}, which is no label of streams, and nothing extracts it`,
        ...spanOf(
          grouping.find(({ text }) => text === label) ??
            tokens.find(({ text }) => text === label),
          expr,
        ),
      }));
  },
};

/** The labels of the first `by (…)`, wherever it stands. */
function firstGrouping(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(({ text }) => text === "by");
  const end = tokens.findIndex(({ text }, index) => index > at && text === ")");
  return at < 0
    ? []
    : tokens.slice(at + 2, end).filter(({ text }) => text !== ",");
}

/** Unwrapping without grouping: one series per line, because every extracted field is a label. */
const unwrapPerLine: LogqlRule = {
  id: "logql/unwrap-per-line",
  severity: "error",
  title: "A statistic of unwrapped values that is not grouped",
  fix: "group the statistic: quantile_over_time(…) by (service)",
  problems: (expr) => {
    const tokens = tokensOf(expr);
    const unwrap = tokens.find(isUnwrap);
    return unwrap === undefined ||
      !hasWord(tokens, "json", "logfmt") ||
      hasWord(tokens, "by", "without") ||
      keptLabels(expr) !== undefined
      ? []
      : [
          {
            message:
              "after the parser every field of the line is a label, so that there is a series for each request",
            ...spanOf(unwrap, expr),
          },
        ];
  },
};

/** Unwrapping without a filter of errors: lines without the field make the whole query fail. */
const unwrapErrors: LogqlRule = {
  id: "logql/unwrap-errors",
  severity: "warning",
  title: "Unwrapped values whose errors are not left out",
  fix: 'add | __error__="" after unwrap',
  problems: (expr) => {
    const unwrap = tokensOf(expr).find(isUnwrap);
    return unwrap === undefined || expr.includes("__error__")
      ? []
      : [
          {
            message:
              "a line without the field, or with text in it, makes the whole query fail",
            ...spanOf(unwrap, expr),
          },
        ];
  },
};

/** What is wrong with the meaning of a LogQL query that Loki can read. */
export const logqlRules: readonly LogqlRule[] = [
  unextractedLabel,
  unwrapPerLine,
  unwrapErrors,
];

/** A stage `| unwrap`. */
function isUnwrap(
  { text }: Token,
  index: number,
  all: readonly Token[],
): boolean {
  return text === "unwrap" && all[index - 1]?.text === "|";
}

function hasWord(
  tokens: readonly Token[],
  ...words: readonly string[]
): boolean {
  return tokens.some(({ text }) => words.includes(text));
}

function tokensOf(expr: string): readonly Token[] {
  return tokenizeLogql(substituteVariables(expr, "logql").text).tokens;
}

function spanOf(
  token: Token | undefined,
  expr: string,
): Pick<QueryProblem, "from" | "to"> {
  const { from, to } = token ?? { from: 0, to: expr.length };
  return { from, to };
}
