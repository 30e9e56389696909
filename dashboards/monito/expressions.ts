/** The component that the dashboard's variable selects. */
export const chosen = 'component=~"$component"';

const part = (selector: string, more: string): string =>
  [selector, more].filter((text) => text !== "").join(",");

/**
 * Failed operations per operation, by component. What a failure is called is not known, only what success is. A component
 * that never failed counts as 0, one without operations not at all.
 */
export function errorRatio(window: string): string {
  const operations = `sum by (component) (rate(monito_operations_total[${window}]))`;
  const failures = `sum by (component) (rate(monito_operations_total{status!="success"}[${window}]))`;
  return `(${failures} or 0 * ${operations}) / (${operations} > 0)`;
}

/** 95 % of the operations were faster, by the labels `by`. */
export function durationP95(
  by: string,
  selector: string,
  window: string,
): string {
  const series =
    selector === ""
      ? "monito_operation_duration_seconds_bucket"
      : `monito_operation_duration_seconds_bucket{${selector}}`;
  return `histogram_quantile(0.95, sum by (le, ${by}) (rate(${series}[${window}])))`;
}

/** The mean of the scores of half an hour: a gauge keeps only the last file's, and keeps it for ever. */
export function dataQuality(selector: string): string {
  const series =
    selector === ""
      ? "monito_data_quality_score"
      : `monito_data_quality_score{${selector}}`;
  return `min by (component) (avg_over_time(${series}[30m]))`;
}

/** Found in the cache per lookup, by component; no value without lookups. */
export function hitRatio(selector: string, window: string): string {
  const lookups = (more: string): string =>
    `sum by (component) (rate(monito_cache_operations_total{${part(selector, more)}}[${window}]))`;
  const all = lookups('operation="get"');
  return `(${lookups('operation="get",result="hit"')} or 0 * ${all}) / (${all} > 0)`;
}

export const residentMemory = 'process_resident_memory_bytes{job="monito"}';
