"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.lostSpans = exports.droppedLines = void 0;
exports.requestRate = requestRate;
exports.errorRatio = errorRatio;
exports.p95Latency = p95Latency;
exports.apdex = apdex;
const slo_1 = require("monitoring-as-code/slo");
/** Requests of the chosen services. */
const chosen = 'service=~"$service"';
function requestRate(window) {
  return `sum by (service) (rate(http_requests_total{${chosen}}[${window}]))`;
}
function errorRatio(window) {
  const failed = `sum(rate(http_requests_total{${chosen},status=~"5.."}[${window}]))`;
  return `(${failed} or vector(0)) / sum(rate(http_requests_total{${chosen}}[${window}]))`;
}
function p95Latency(window) {
  return `histogram_quantile(0.95, sum by (le, service) (rate(http_request_duration_seconds_bucket{${chosen}}[${window}])))`;
}
/**
 * Satisfied requests and half of the tolerated ones, as a share of all (Apdex 1.1, T = 1 s): buckets count from zero, so
 * that half of those below T plus half of those below 4 T is the same.
 */
function apdex(window) {
  const below = (seconds) =>
    `sum by (service) (rate(http_request_duration_seconds_bucket{${chosen},${(0, slo_1.leMatcher)(seconds)}}[${window}]))`;
  return `(${below(1)} + ${below(4)}) / 2 / sum by (service) (rate(http_request_duration_seconds_count{${chosen}}[${window}]))`;
}
/** Lines per second that the agent gave up. */
const droppedLines = (window) =>
  `sum by (instance, reason) (rate(promtail_dropped_entries_total[${window}]))`;
exports.droppedLines = droppedLines;
/** Spans per second that the collector refused, failed to deliver, or that left its memory before it had decided on them. */
const lostSpans = (window) =>
  `sum by (instance) (rate(otelcol_receiver_refused_spans_total[${window}]) or rate(otelcol_exporter_send_failed_spans_total[${window}]) or rate(otelcol_processor_tail_sampling_sampling_trace_dropped_too_early_total[${window}]))`;
exports.lostSpans = lostSpans;
//# sourceMappingURL=expressions.js.map
