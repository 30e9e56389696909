import type { Matcher } from "../model/matcher";
import type { Sli, Slo } from "../model/slo";
import { selectorsOf, type Selector } from "../queries/promql/selectors";
import { leSpellings, overWindow } from "./sli-query";

/** A series to feed to tests: which events it counts, or `state` for a gauge that is 1 while all is well and else 0. */
export interface SampleSeries {
  /** Metric name and labels, without `system`. */
  readonly metric: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly counts: "good" | "bad" | "all" | "state";
}

/**
 * Series that the SLI's queries would read, found from their selectors. Throws where the queries do not tell good series
 * from bad ones by labels or names; then the series must be given.
 */
export function sampleSeriesOf({ id, sli }: Slo): readonly SampleSeries[] {
  try {
    return seriesFor(sli);
  } catch (error) {
    throw new Error(
      `SLO "${id}": cannot tell which series count good and bad events: ${error instanceof Error ? error.message : String(error)}; give the series`,
      { cause: error },
    );
  }
}

function seriesFor(sli: Sli): readonly SampleSeries[] {
  switch (sli.kind) {
    case "events": {
      const [total, part] = [
        onlySelector(sli.total),
        onlySelector("errors" in sli ? sli.errors : sli.good),
      ];
      if ("good" in sli && /\bcount_over_time\b/.test(sli.total))
        return [series(total, "state")];
      return "errors" in sli
        ? partition(total, part, "bad", "good")
        : partition(total, part, "good", "bad");
    }
    case "latency": {
      const { histogram, selector = "", le } = sli;
      const { matchers } = onlySelector(`${histogram}{${selector}}`);
      const labels = labelsFor(matchers);
      const bucket = (bound: string) => ({ ...labels, le: bound });
      return [
        {
          metric: `${histogram}_bucket`,
          labels: bucket(leSpellings(le)[0] ?? ""),
          counts: "good",
        },
        {
          metric: `${histogram}_bucket`,
          labels: bucket("+Inf"),
          counts: "all",
        },
        { metric: `${histogram}_count`, labels, counts: "all" },
      ];
    }
    case "raw":
      if (!/^\s*\(?\s*1\s*-\s*.*\b(avg|min)_over_time\b/s.test(sli.errorRatio))
        throw new Error(
          "a raw ratio is understood as 1 - avg_over_time(…) only",
        );
      return [series(onlySelector(sli.errorRatio), "state")];
  }
}

/** Series for the events in `part` and for those that are in `total` only. */
function partition(
  total: Selector,
  part: Selector,
  inPart: "good" | "bad",
  elsewhere: "good" | "bad",
): readonly SampleSeries[] {
  if (total.metric !== part.metric)
    return [series(part, inPart), series(total, "all")];
  const inside = labelsFor([...total.matchers, ...part.matchers]);
  const base = labelsFor(total.matchers);
  for (const { label, match, value } of part.matchers) {
    const rules = total.matchers.filter((matcher) => matcher.label === label);
    const outside = candidates(rules).find(
      (text) =>
        rules.every((matcher) => holds(matcher, text)) &&
        !holds({ label, match, value }, text),
    );
    if (outside !== undefined)
      return [
        { metric: total.metric ?? "", labels: inside, counts: inPart },
        {
          metric: total.metric ?? "",
          labels: { ...inside, ...base, [label]: outside },
          counts: elsewhere,
        },
      ];
  }
  throw new Error("both queries select the same series");
}

function series(
  { metric = "", matchers }: Selector,
  counts: SampleSeries["counts"],
): SampleSeries {
  return { metric, labels: labelsFor(matchers), counts };
}

function onlySelector(query: string): Selector {
  const selectors = selectorsOf(overWindow(query, "5m"));
  const [first] = selectors;
  const texts = new Set(
    selectors.map(({ metric, matchers }) =>
      JSON.stringify([
        metric,
        matchers.map(({ label, match, value }) => [label, match, value]),
      ]),
    ),
  );
  if (first?.metric === undefined || texts.size !== 1)
    throw new Error(
      `a query must read one metric by one selector, got ${query.trim()}`,
    );
  return first;
}

function labelsFor(matchers: readonly Matcher[]): Record<string, string> {
  const labels = [...new Set(matchers.map(({ label }) => label))];
  return Object.fromEntries(
    labels.map((label) => {
      const rules = matchers.filter((matcher) => matcher.label === label);
      const value = candidates(rules).find((text) =>
        rules.every((matcher) => holds(matcher, text)),
      );
      if (value === undefined)
        throw new Error(
          `no value found for the label ${label} that ${rules.map((rule) => `${rule.match}"${rule.value}"`).join(" and ")} allow`,
        );
      return [label, value];
    }),
  );
}

/** Values that common labels have, so that most negative matchers are met by one. */
const usual = ["200", "500", "success", "error", "ok", "other", "0", "1"];

function candidates(rules: readonly Matcher[]): readonly string[] {
  const written = rules.flatMap(({ match, value }) =>
    match.includes("~") ? [...value.split("|"), value].map(example) : [value],
  );
  return [...written, ...usual];
}

/** Some text that a simple pattern matches; the caller checks it. */
function example(pattern: string): string {
  return pattern
    .replace(/[()^$]|\?:/g, "")
    .replace(/\|.*$/, "")
    .replace(/\[([^\]^])[^\]]*\]/g, "$1")
    .replace(/(?<!\\)\.[+*]/g, "x")
    .replace(/(?<!\\)\./g, "0")
    .replace(/\\d/g, "0")
    .replace(/\\(.)/g, "$1")
    .replace(/[+*?]/g, "");
}

function holds({ match, value }: Matcher, text: string): boolean {
  const isEqual = match.includes("~")
    ? new RegExp(`^(?:${value})$`).test(text)
    : text === value;
  return match.startsWith("!") ? !isEqual : isEqual;
}
