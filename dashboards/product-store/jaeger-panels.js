"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.spansReceived = spansReceived;
exports.droppedSpans = droppedSpans;
exports.queueLength = queueLength;
exports.storageOperations = storageOperations;
exports.storageLatency = storageLatency;
const dashboards_1 = require("monitoring-as-code/dashboards");
const expressions_1 = require("./expressions");
// Jaeger 1 and Jaeger 2 expose different series for the same thing. Panels ask for both, the one that runs answers.
/** Spans per second that the collector receives. */
function spansReceived(title) {
  return (0, dashboards_1.timeseries)("spans-received", {
    title,
    description:
      "Spans per second by format (Jaeger 1) or transport (Jaeger 2). Follows the requests of the services; zero while the shop is busy means that traces are lost on their way.",
    unit: "cps",
    min: 0,
    queries: [
      (0, dashboards_1.query)(
        "sum by (format) (rate(jaeger_collector_spans_received_total[$__rate_interval]))",
        "{{format}} spans/sec",
      ),
      (0, dashboards_1.query)(
        "sum by (transport) (rate(otelcol_receiver_accepted_spans_total[$__rate_interval]))",
        "{{transport}} spans/sec",
      ),
    ],
  });
}
/** Spans per second that never arrive in the storage. */
function droppedSpans() {
  return (0, dashboards_1.timeseries)("spans-dropped", {
    title: "Spans Dropped",
    description:
      "Spans lost per second because a queue was full or the pipeline refused them. Good is zero; anything else for five minutes fires JaegerSpansDropped.",
    unit: "cps",
    min: 0,
    queries: [
      (0, dashboards_1.query)(
        (0, expressions_1.spansDropped)("$__rate_interval"),
        "{{instance}}",
      ),
    ],
  });
}
/** What waits to be written. */
function queueLength() {
  return (0, dashboards_1.timeseries)("queue-length", {
    title: "Collector Queue Length",
    description:
      "Spans (Jaeger 1) or batches (Jaeger 2) waiting to be written. Good is near zero; a queue that grows is a storage that cannot keep up, and ends in dropped spans.",
    unit: "short",
    min: 0,
    queries: [
      (0, dashboards_1.query)(
        "sum by (instance) (jaeger_collector_queue_length)",
        "{{instance}}",
      ),
      (0, dashboards_1.query)(
        "sum by (instance) (otelcol_exporter_queue_size)",
        "{{instance}} batches",
      ),
    ],
  });
}
/** Operations per second on the span storage. */
function storageOperations() {
  return (0, dashboards_1.timeseries)("storage-operations", {
    title: "Storage Operations",
    description:
      "Operations on the span storage per second: reads only from Jaeger 1, reads and writes from Jaeger 2. Writes follow the received spans.",
    unit: "ops",
    min: 0,
    queries: [
      (0, dashboards_1.query)(
        "sum by (operation) (rate(jaeger_query_requests_total[$__rate_interval]))",
        "{{operation}} ops/sec",
      ),
      (0, dashboards_1.query)(
        "sum by (operation) (rate(jaeger_storage_latency_seconds_count[$__rate_interval]))",
        "{{operation}} ops/sec",
      ),
    ],
  });
}
/** How long operations on the span storage take. */
function storageLatency() {
  const p99 = (histogram) =>
    `histogram_quantile(0.99, sum by (le, operation) (rate(${histogram}_bucket[$__rate_interval])))`;
  return (0, dashboards_1.timeseries)("storage-latency", {
    title: "Storage latency P99",
    description:
      "99 % of the operations on the span storage were faster. Good is below a second; above it searching for traces is tedious and queues begin to grow.",
    unit: "s",
    min: 0,
    thresholds: (0, dashboards_1.highIsBad)({ warning: 1 }),
    queries: [
      (0, dashboards_1.query)(
        p99("jaeger_storage_latency_seconds"),
        "{{operation}}",
      ),
      (0, dashboards_1.query)(p99("jaeger_query_latency"), "{{operation}}"),
    ],
  });
}
//# sourceMappingURL=jaeger-panels.js.map
