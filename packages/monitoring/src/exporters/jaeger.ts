import type { Exporter, Metric } from "../model/metric";

/** What Jaeger 1 says of itself on its admin port, 14269. */
const firstGeneration: readonly Metric[] = [
  {
    name: "jaeger_collector_spans_received_total",
    type: "counter",
    unit: "spans",
    labels: ["debug", "format", "svc", "transport"],
    help: "Spans received by the collector",
  },
  {
    name: "jaeger_collector_spans_dropped_total",
    type: "counter",
    unit: "spans",
    labels: ["host"],
    help: "Spans dropped because the collector's queue was full",
  },
  {
    name: "jaeger_collector_queue_length",
    type: "gauge",
    unit: "spans",
    labels: ["host"],
    help: "Spans waiting in the collector's queue",
  },
  {
    name: "jaeger_query_requests_total",
    type: "counter",
    unit: "operations",
    labels: ["operation", "result"],
    help: "Reads from the span storage",
  },
  {
    name: "jaeger_query_latency",
    type: "histogram",
    unit: "seconds",
    labels: ["operation", "result"],
    help: "Latency of reads from the span storage",
  },
];

/** What Jaeger 2, which is built on the OpenTelemetry Collector, says of itself on port 8888. */
const secondGeneration: readonly Metric[] = [
  {
    name: "otelcol_receiver_accepted_spans_total",
    type: "counter",
    unit: "spans",
    labels: ["receiver", "transport"],
    help: "Spans accepted by the receivers",
  },
  {
    name: "otelcol_receiver_refused_spans_total",
    type: "counter",
    unit: "spans",
    labels: ["receiver", "transport"],
    help: "Spans that could not be pushed into the pipeline",
  },
  {
    name: "otelcol_exporter_queue_size",
    type: "gauge",
    unit: "batches",
    labels: ["exporter"],
    help: "Batches waiting to be written",
  },
  {
    name: "jaeger_storage_requests_total",
    type: "counter",
    unit: "operations",
    labels: ["operation", "result"],
    help: "Operations on the span storage",
  },
  {
    name: "jaeger_storage_latency_seconds",
    type: "histogram",
    unit: "seconds",
    labels: ["operation", "result"],
    help: "Latency of operations on the span storage",
  },
];

/** What the span metrics connector derives from spans, under its default namespace and with durations in milliseconds. */
const spanMetrics: readonly Metric[] = [
  {
    name: "traces_span_metrics_calls_total",
    type: "counter",
    unit: "spans",
    labels: ["service_name", "span_name", "span_kind", "status_code"],
    help: "Spans by service, name, kind and status",
  },
  {
    name: "traces_span_metrics_duration_milliseconds",
    type: "histogram",
    unit: "milliseconds",
    labels: ["service_name", "span_name", "span_kind", "status_code"],
    help: "Duration of spans",
  },
];

/** Jaeger of either generation, and the metrics that a collector derives from its spans. */
export const jaegerExporter: Exporter = {
  id: "jaeger",
  title: "Jaeger",
  metrics: [...firstGeneration, ...secondGeneration, ...spanMetrics],
};
