"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.tracingPerformanceDashboard = void 0;
const dashboards_1 = require("monitoring-as-code/dashboards");
const jaeger_panels_1 = require("./jaeger-panels");
const look_1 = require("./look");
exports.tracingPerformanceDashboard = (0, dashboards_1.dashboard)({
  ...look_1.look,
  uid: "ps-jaeger-performance",
  title: "Jaeger - Tracing Performance",
  description:
    "What the traces say of the services' speed and errors, and how fast their storage is.",
  tags: ["jaeger", "tracing"],
  rows: [
    (0, dashboards_1.row)("Services, from their spans", [
      (0, jaeger_panels_1.spansReceived)("Span Ingestion Rate"),
      errorSpans(),
      latencyByService(),
      (0, jaeger_panels_1.storageLatency)(),
    ]),
  ],
});
function latencyByService() {
  return (0, dashboards_1.timeseries)("latency-by-service", {
    title: "Trace Latency by Service",
    description:
      "95 % of a service's spans were shorter. Steady is good; the service whose line rises first is where to open a trace.",
    unit: "ms",
    min: 0,
    queries: [
      (0, dashboards_1.query)(
        "histogram_quantile(0.95, sum by (le, service_name) (rate(traces_span_metrics_duration_milliseconds_bucket[$__rate_interval])))",
        "{{service_name}} P95",
      ),
    ],
  });
}
function errorSpans() {
  return (0, dashboards_1.timeseries)("error-spans", {
    title: "Error Spans Rate",
    description:
      "Spans per second that ended in an error, by service. Good is near zero; the deepest service with errors is where they begin.",
    unit: "cps",
    min: 0,
    queries: [
      (0, dashboards_1.query)(
        'sum by (service_name) (rate(traces_span_metrics_calls_total{status_code="STATUS_CODE_ERROR"}[$__rate_interval]))',
        "{{service_name}} errors",
      ),
    ],
  });
}
//# sourceMappingURL=tracing-performance.js.map
