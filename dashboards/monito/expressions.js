"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.residentMemory = exports.chosen = void 0;
exports.errorRatio = errorRatio;
exports.durationP95 = durationP95;
exports.dataQuality = dataQuality;
exports.hitRatio = hitRatio;
/** The component that the dashboard's variable selects. */
exports.chosen = 'component=~"$component"';
const part = (selector, more) =>
  [selector, more].filter((text) => text !== "").join(",");
/**
 * Failed operations per operation, by component. What a failure is called is not known, only what success is. A component
 * that never failed counts as 0, one without operations not at all.
 */
function errorRatio(window) {
  const operations = `sum by (component) (rate(monito_operations_total[${window}]))`;
  const failures = `sum by (component) (rate(monito_operations_total{status!="success"}[${window}]))`;
  return `(${failures} or 0 * ${operations}) / (${operations} > 0)`;
}
/** 95 % of the operations were faster, by the labels `by`. */
function durationP95(by, selector, window) {
  const series =
    selector === ""
      ? "monito_operation_duration_seconds_bucket"
      : `monito_operation_duration_seconds_bucket{${selector}}`;
  return `histogram_quantile(0.95, sum by (le, ${by}) (rate(${series}[${window}])))`;
}
/** The mean of the scores of half an hour: a gauge keeps only the last file's, and keeps it for ever. */
function dataQuality(selector) {
  const series =
    selector === ""
      ? "monito_data_quality_score"
      : `monito_data_quality_score{${selector}}`;
  return `min by (component) (avg_over_time(${series}[30m]))`;
}
/** Found in the cache per lookup, by component; no value without lookups. */
function hitRatio(selector, window) {
  const lookups = (more) =>
    `sum by (component) (rate(monito_cache_operations_total{${part(selector, more)}}[${window}]))`;
  const all = lookups('operation="get"');
  return `(${lookups('operation="get",result="hit"')} or 0 * ${all}) / (${all} > 0)`;
}
exports.residentMemory = 'process_resident_memory_bytes{job="monito"}';
//# sourceMappingURL=expressions.js.map
