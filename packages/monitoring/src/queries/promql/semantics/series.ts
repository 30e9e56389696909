import type { Metric } from "../../../model/metric";
import type {
  KnownSeries,
  RecordedSeries,
  SemanticContext,
  SemanticQuery,
  SeriesLookup,
} from "./context";

/** Series that Prometheus itself adds for every target and alert. */
const BUILT_IN: readonly Metric[] = [
  {
    name: "up",
    type: "gauge",
    unit: "bool",
    labels: [],
    help: "1 when the last scrape succeeded",
  },
  {
    name: "scrape_duration_seconds",
    type: "gauge",
    unit: "seconds",
    labels: [],
    help: "Duration of the scrape",
  },
  {
    name: "scrape_samples_scraped",
    type: "gauge",
    unit: "samples",
    labels: [],
    help: "Samples of the last scrape",
  },
  {
    name: "scrape_samples_post_metric_relabeling",
    type: "gauge",
    unit: "samples",
    labels: [],
    help: "Samples left after relabeling",
  },
  {
    name: "scrape_series_added",
    type: "gauge",
    unit: "series",
    labels: [],
    help: "New series of the last scrape",
  },
];

/** Alerts carry whatever labels their rules give them. */
const ALERTS: readonly RecordedSeries[] = [
  { record: "ALERTS", expr: "" },
  { record: "ALERTS_FOR_STATE", expr: "" },
];

const NO_METRICS: readonly Metric[] = [];
const NO_RECORDINGS: readonly RecordedSeries[] = [];
const DEFAULT_TARGET_LABELS = ["instance", "job", "system"];

/** Labels of every target of the query's system. */
export function targetLabelsOf({ context }: SemanticQuery): readonly string[] {
  return context.targetLabels ?? DEFAULT_TARGET_LABELS;
}

const lookups = new WeakMap<
  readonly Metric[],
  WeakMap<readonly RecordedSeries[], SeriesLookup>
>();

/** Finds series by name, in a catalogue and among recording rules. Made once per catalogue, whatever else contexts say. */
export function seriesLookup(context: SemanticContext): SeriesLookup {
  const { metrics = NO_METRICS, recordings = NO_RECORDINGS } = context;
  const ofMetrics = lookups.get(metrics) ?? new WeakMap();
  lookups.set(metrics, ofMetrics);
  const known = ofMetrics.get(recordings);
  if (known) {
    return known;
  }
  const lookup = lookupOf(context);
  ofMetrics.set(recordings, lookup);
  return lookup;
}

function lookupOf({ metrics, recordings = [] }: SemanticContext): SeriesLookup {
  const known = new Map<string, KnownSeries>();
  for (const { labels, ...series } of BUILT_IN.flatMap(seriesOf)) {
    // Without a catalogue nobody knows which labels the targets have.
    known.set(series.name, metrics ? { ...series, labels } : series);
  }
  for (const series of (metrics ?? []).flatMap(seriesOf)) {
    known.set(series.name, series);
  }
  for (const recording of [...ALERTS, ...recordings]) {
    const { record } = recording;
    known.set(record, {
      name: record,
      type: "recorded",
      unit: "1",
      labels: [],
      isPart: false,
      recording,
    });
  }
  return {
    isComplete: metrics !== undefined,
    find: (name) => known.get(name),
    similarTo: (name) => closest(name, known),
  };
}

/** The series of a metric: itself, and the parts of histograms and summaries, which are counters. */
function seriesOf(metric: Metric): readonly KnownSeries[] {
  const { name, type, unit, labels } = metric;
  const itself = (kind: KnownSeries["type"]): KnownSeries => ({
    name,
    type: kind,
    unit,
    labels,
    isPart: false,
    metric,
  });
  const part = (
    suffix: string,
    partUnit: string,
    partLabels: readonly string[],
  ): KnownSeries => ({
    name: name + suffix,
    type: "counter",
    unit: partUnit,
    labels: partLabels,
    isPart: true,
    metric,
  });
  switch (type) {
    case "counter":
    case "gauge":
      return [itself(type)];
    case "histogram":
      return [
        itself("native-histogram"),
        part("_bucket", "observations", [...labels, "le"]),
        part("_sum", unit, labels),
        part("_count", "observations", labels),
      ];
    case "summary": {
      const withoutQuantile = labels.filter((label) => label !== "quantile");
      return [
        itself("gauge"),
        part("_sum", unit, withoutQuantile),
        part("_count", "observations", withoutQuantile),
      ];
    }
  }
}

/** Up to three names that differ in few letters, or in their last part only. */
function closest(
  name: string,
  known: ReadonlyMap<string, KnownSeries>,
): readonly string[] {
  const limit = Math.max(2, Math.floor(name.length / 6));
  return [...known.keys()]
    .map((candidate) => ({
      candidate,
      distance: distance(name, candidate, limit),
    }))
    .filter(
      (found) =>
        found.distance <= limit || found.candidate.startsWith(`${name}_`),
    )
    .sort(
      (a, b) =>
        a.distance - b.distance || a.candidate.localeCompare(b.candidate, "en"),
    )
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}

/** Letters to insert, delete or replace (Levenshtein); stops counting past `limit`. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) {
    return limit + 1;
  }
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a.charAt(i - 1) === b.charAt(j - 1) ? 0 : 1;
      current.push(
        Math.min(
          (current[j - 1] ?? 0) + 1,
          (previous[j] ?? 0) + 1,
          (previous[j - 1] ?? 0) + cost,
        ),
      );
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
