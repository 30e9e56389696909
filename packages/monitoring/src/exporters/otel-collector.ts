import type { Exporter } from "../model/metric";
import { counter, gauge, histogram } from "./metric-entries";
import { processMetrics } from "./process";

const received = ["receiver", "transport"];
const sent = ["exporter"];
const processed = ["processor"];

/** The OpenTelemetry collector on itself, as it exposes to Prometheus. */
export const otelCollectorExporter: Exporter = {
  id: "otel-collector",
  title: "OpenTelemetry collector",
  metrics: [
    counter(
      "otelcol_receiver_accepted_spans_total",
      "spans",
      "Spans taken into the pipeline",
      received,
    ),
    counter(
      "otelcol_receiver_refused_spans_total",
      "spans",
      "Spans that the pipeline refused",
      received,
    ),
    counter(
      "otelcol_receiver_accepted_metric_points_total",
      "points",
      "Metric points taken in",
      received,
    ),
    counter(
      "otelcol_receiver_refused_metric_points_total",
      "points",
      "Metric points refused",
      received,
    ),
    counter(
      "otelcol_receiver_accepted_log_records_total",
      "records",
      "Log records taken in",
      received,
    ),
    counter(
      "otelcol_receiver_refused_log_records_total",
      "records",
      "Log records refused",
      received,
    ),
    counter(
      "otelcol_exporter_sent_spans_total",
      "spans",
      "Spans delivered",
      sent,
    ),
    counter(
      "otelcol_exporter_send_failed_spans_total",
      "spans",
      "Spans that could not be delivered",
      sent,
    ),
    counter(
      "otelcol_exporter_enqueue_failed_spans_total",
      "spans",
      "Spans lost because the queue was full",
      sent,
    ),
    counter(
      "otelcol_exporter_sent_metric_points_total",
      "points",
      "Metric points delivered",
      sent,
    ),
    counter(
      "otelcol_exporter_send_failed_metric_points_total",
      "points",
      "Metric points that could not be delivered",
      sent,
    ),
    counter(
      "otelcol_exporter_sent_log_records_total",
      "records",
      "Log records delivered",
      sent,
    ),
    counter(
      "otelcol_exporter_send_failed_log_records_total",
      "records",
      "Log records that could not be delivered",
      sent,
    ),
    gauge(
      "otelcol_exporter_queue_size",
      "batches",
      "Batches waiting to be delivered",
      sent,
    ),
    gauge(
      "otelcol_exporter_queue_capacity",
      "batches",
      "Batches that can wait",
      sent,
    ),
    counter(
      "otelcol_processor_incoming_items_total",
      "items",
      "Items that reached a processor",
      processed,
    ),
    counter(
      "otelcol_processor_outgoing_items_total",
      "items",
      "Items that left a processor",
      processed,
    ),
    counter(
      "otelcol_processor_refused_spans_total",
      "spans",
      "Spans that a processor refused",
      processed,
    ),
    counter(
      "otelcol_processor_dropped_spans_total",
      "spans",
      "Spans that a processor dropped",
      processed,
    ),
    histogram(
      "otelcol_processor_batch_batch_send_size",
      "items",
      "Size of batches",
      processed,
    ),
    counter(
      "otelcol_processor_batch_timeout_trigger_send_total",
      "batches",
      "Batches sent because time was up",
      processed,
    ),
    counter(
      "otelcol_processor_batch_batch_size_trigger_send_total",
      "batches",
      "Batches sent because they were full",
      processed,
    ),
    counter(
      "otelcol_processor_tail_sampling_count_traces_sampled_total",
      "traces",
      "Traces by decision and policy",
      ["policy", "sampled"],
    ),
    counter(
      "otelcol_processor_tail_sampling_sampling_trace_dropped_too_early_total",
      "traces",
      "Traces dropped before a decision",
    ),
    histogram(
      "otelcol_processor_tail_sampling_sampling_decision_latency_milliseconds",
      "milliseconds",
      "Time to decide on a trace",
      ["policy"],
    ),
    gauge(
      "otelcol_processor_tail_sampling_sampling_traces_on_memory",
      "traces",
      "Traces kept in memory",
    ),
    counter(
      "otelcol_process_cpu_seconds_total",
      "seconds",
      "CPU time of the collector",
    ),
    gauge(
      "otelcol_process_memory_rss_bytes",
      "bytes",
      "Resident memory of the collector",
    ),
    gauge(
      "otelcol_process_runtime_heap_alloc_bytes",
      "bytes",
      "Heap of the collector",
    ),
    gauge(
      "otelcol_process_runtime_total_sys_memory_bytes",
      "bytes",
      "Memory obtained from the system",
    ),
    counter(
      "otelcol_process_uptime_seconds_total",
      "seconds",
      "Time since the start",
    ),
    ...processMetrics,
  ],
};
