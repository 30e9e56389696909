"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.heapPercent = void 0;
exports.serviceP99 = serviceP99;
exports.productListP95 = productListP95;
exports.serverErrorPercent = serverErrorPercent;
exports.cassandraP99 = cassandraP99;
exports.cassandraOperations = cassandraOperations;
exports.spansDropped = spansDropped;
/** Paths for operators; they are no part of what customers wait for. */
const operational = "/metrics|/health|/debug/.*|/profiles/.*";
/** The latency in seconds below which 99 % of a service's answers to customers stay. */
function serviceP99(job, window) {
  return `histogram_quantile(0.99, sum by (le) (rate(http_request_duration_seconds_bucket{job="${job}", endpoint!~"${operational}"}[${window}])))`;
}
/** The latency in seconds below which 95 % of the product lists stay. */
function productListP95(window) {
  return `histogram_quantile(0.95, sum by (le) (rate(http_request_duration_seconds_bucket{job="backend-service", endpoint="/api/products"}[${window}])))`;
}
/** Answers with a status of 500 and above among all answers, in percent, by service; of one service when `job` is given. */
function serverErrorPercent(window, job) {
  const scope = job === undefined ? "" : `job="${job}"`;
  const failed = scope === "" ? 'status=~"5.."' : `${scope}, status=~"5.."`;
  const all = scope === "" ? "" : `{${scope}}`;
  return `100 * sum by (job) (rate(http_requests_total{${failed}}[${window}])) / sum by (job) (rate(http_requests_total${all}[${window}]))`;
}
/** P99 in milliseconds of Cassandra's requests by node; the collector measures in microseconds. */
function cassandraP99(request, window) {
  return `histogram_quantile(0.99, sum by (le, instance) (rate(mcac_client_request_latency_bucket{request_type="${request}"}[${window}]))) / 1000`;
}
/** Reads and writes per second by node: one metric with a matcher, so that a node that only writes is counted too. */
function cassandraOperations(window) {
  return `sum by (instance) (rate(mcac_client_request_latency_total{request_type=~"read|write"}[${window}]))`;
}
/** Heap in use, in percent of its limit; a virtual machine without a limit reports -1 and is left out. */
exports.heapPercent =
  '100 * mcac_jvm_memory_used{memory_type="heap"} / (mcac_jvm_memory_max{memory_type="heap"} > 0)';
/** Spans lost per second by Jaeger: dropped from a full queue in version 1, refused by the receivers in version 2. */
function spansDropped(window) {
  return `sum by (instance) (rate(jaeger_collector_spans_dropped_total[${window}])) or sum by (instance) (rate(otelcol_receiver_refused_spans_total[${window}]))`;
}
//# sourceMappingURL=expressions.js.map
