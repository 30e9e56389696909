import type { Slo } from "../model/slo";
import { budgetSpent, simulateBurn, type Firing } from "./burn-simulation";
import { lengthOf, patternText, type ErrorPattern } from "./error-pattern";
import { shortNumber, spanText } from "./report";
import { tiersOf } from "./windows";

/**
 * A Markdown table with a row per pattern and a column per tier: when it first fires, and how long after the pattern
 * has ended it stops for the last time. The budget spent is that of the pattern up to its end.
 */
export function simulationTable(
  slo: Slo,
  patterns: readonly ErrorPattern[],
): string {
  const head = [
    "errors",
    "budget spent",
    ...tiersOf(slo).map(({ tier }) => tier),
  ];
  const rows = patterns.map((pattern) => {
    const end = lengthOf(pattern);
    return [
      patternText(pattern),
      end === 0
        ? "without end"
        : `${shortNumber(100 * budgetSpent(slo, pattern, end))} %`,
      ...simulateBurn(slo, pattern).map(({ firings }) =>
        firingText(firings, end),
      ),
    ];
  });
  return [head, head.map(() => "---"), ...rows]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}

function firingText(firings: readonly Firing[], end: number): string {
  const [first] = firings;
  const last = firings.at(-1);
  if (first === undefined || last === undefined) return "silent";
  const times = firings.length > 1 ? `${firings.length} times, first ` : "";
  const fires = `${times}after ${spanText(first.from)}`;
  if (last.until === undefined) return `${fires}, for good`;
  const distance = last.until - end;
  return distance >= 0
    ? `${fires}, until ${spanText(distance)} after the end`
    : `${fires}, until ${spanText(-distance)} before the end`;
}
