import { parse, stringify } from "yaml";
import type { RenderedFile } from "monitoring-as-code/outputs";

/** Keys of rule files, prometheus.yml and alertmanager.yml that hold a duration. */
const durationKeys: ReadonlySet<string> = new Set([
  "scrape_interval",
  "evaluation_interval",
  "interval",
  "for",
  "keep_firing_for",
  "group_wait",
  "group_interval",
  "repeat_interval",
  "resolve_timeout",
]);

const unitMilliseconds: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

/**
 * The rendered file in a world where time runs `factor` times as fast: every interval, wait and `for`, and every range and
 * offset of a query, is divided by it; names, thresholds, labels and texts stay. Whatever happens within an hour as
 * rendered happens within a minute with the factor 60. Times of day are not touched.
 */
export function shortened(file: RenderedFile, factor: number): RenderedFile {
  const content = parse(file.content, { version: "1.1" }) as unknown;
  return {
    path: file.path,
    content: stringify(shortenedValue(content, factor), { version: "1.1" }),
  };
}

/** A duration such as `1m30s`, divided: `1500ms`. Throws on other text. */
export function shortenedDuration(text: string, factor: number): string {
  const parts = [...text.matchAll(/(\d+)(ms|[smhdw])/g)];
  if (parts.map(([part]) => part).join("") !== text || text === "") {
    throw new Error(`a duration must look like 1m30s, got "${text}"`);
  }
  const milliseconds = parts.reduce(
    (sum, [, count, unit = ""]) =>
      sum + Number(count) * (unitMilliseconds[unit] ?? NaN),
    0,
  );
  return `${Math.round(milliseconds / factor)}ms`;
}

function shortenedValue(value: unknown, factor: number): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => shortenedValue(item, factor));
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]: [string, unknown]) => {
      if (typeof entry !== "string") {
        return [key, shortenedValue(entry, factor)];
      }
      if (durationKeys.has(key)) return [key, shortenedDuration(entry, factor)];
      return [key, key === "expr" ? shortenedRanges(entry, factor) : entry];
    }),
  );
}

/** `[5m]`, `[1h:30s]` and `offset 1h`. */
function shortenedRanges(expr: string, factor: number): string {
  return expr
    .replaceAll(/\[([\da-z]+)(?::([\da-z]*))?\]/g, (_, range, step) => {
      const divided = shortenedDuration(String(range), factor);
      if (step === undefined) return `[${divided}]`;
      return `[${divided}:${step === "" ? "" : shortenedDuration(String(step), factor)}]`;
    })
    .replaceAll(
      /\boffset (\d[\da-z]*)/g,
      (_, by) => `offset ${shortenedDuration(String(by), factor)}`,
    );
}
