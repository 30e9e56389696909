"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.jaegerDashboard = void 0;
const dashboards_1 = require("monitoring-as-code/dashboards");
const jaeger_panels_1 = require("./jaeger-panels");
const look_1 = require("./look");
exports.jaegerDashboard = (0, dashboards_1.dashboard)({
  ...look_1.look,
  uid: "ps-jaeger",
  title: "Jaeger - Distributed Tracing",
  description:
    "Whether traces arrive complete, from which services, and how long requests last.",
  tags: ["jaeger", "tracing"],
  rows: [
    (0, dashboards_1.row)("Spans", [
      spansByService(),
      (0, jaeger_panels_1.spansReceived)("Spans Received Rate"),
      (0, jaeger_panels_1.droppedSpans)(),
    ]),
    (0, dashboards_1.row)("Traces", [traceDuration()]),
    (0, dashboards_1.row)("Collector and storage", [
      (0, jaeger_panels_1.queueLength)(),
      (0, jaeger_panels_1.storageOperations)(),
    ]),
  ],
});
function spansByService() {
  return (0, dashboards_1.stat)("spans-by-service", {
    title: "Spans by Service",
    description:
      "Spans received per second by service. Good: all four services are there; one that is missing sends no traces. Jaeger 2 does not count by service, there the span metrics answer.",
    width: "full",
    unit: "cps",
    queries: [
      (0, dashboards_1.query)(
        "sum by (svc) (rate(jaeger_collector_spans_received_total[$__rate_interval]))",
        "{{svc}}",
      ),
      (0, dashboards_1.query)(
        "sum by (service_name) (rate(traces_span_metrics_calls_total[$__rate_interval])) unless on () group(rate(jaeger_collector_spans_received_total[$__rate_interval]))",
        "{{service_name}}",
      ),
    ],
  });
}
function traceDuration() {
  return (0, dashboards_1.heatmap)("trace-duration", {
    title: "Trace Duration Distribution",
    description:
      "How many requests took how many milliseconds, from the spans with which services answer. Good: one dense band at the bottom; a second one above it is a slow path worth a trace.",
    width: "full",
    unit: "ms",
    queries: [
      (0, dashboards_1.query)(
        'sum by (le) (increase(traces_span_metrics_duration_milliseconds_bucket{span_kind="SPAN_KIND_SERVER"}[$__rate_interval]))',
        "{{le}}",
      ),
    ],
  });
}
//# sourceMappingURL=jaeger.js.map
