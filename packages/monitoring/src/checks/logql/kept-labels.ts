import { tokenizeLogql } from "../../queries/logql/tokens";

const aggregations = new Set([
  "sum",
  "avg",
  "min",
  "max",
  "count",
  "stddev",
  "stdvar",
]);

/**
 * The labels that the outermost aggregation of a LogQL metric query leaves; `undefined` where it cannot be told, as for
 * queries without aggregation, or with `without`.
 */
export function keptLabels(expr: string): readonly string[] | undefined {
  const { tokens } = tokenizeLogql(expr);
  const words = tokens.map(({ text }) => text);
  if (!aggregations.has(words[0] ?? "")) return undefined;
  const before = grouping(words, 1);
  if (before !== undefined) return before.labels;
  let depth = 0;
  for (let index = 1; index < words.length; index += 1) {
    if (words[index] === "(") depth += 1;
    if (words[index] === ")") depth -= 1;
    if (depth === 0) {
      const after = grouping(words, index + 1);
      return after === undefined ? [] : after.labels;
    }
  }
  return undefined;
}

/** `by (a, b)` at `index`; of `without (…)` the labels cannot be told. */
function grouping(
  words: readonly string[],
  index: number,
): { readonly labels: readonly string[] | undefined } | undefined {
  const keyword = words[index]?.toLowerCase();
  if (keyword === "without") return { labels: undefined };
  if (keyword !== "by") return undefined;
  const end = words.indexOf(")", index);
  return {
    labels: words.slice(index + 2, end).filter((word) => word !== ","),
  };
}
