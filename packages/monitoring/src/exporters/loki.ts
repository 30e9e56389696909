import type { Exporter } from "../model/metric";
import { counter, gauge, histogram } from "./metric-entries";
import { goMetrics, processMetrics } from "./process";

const tenant = ["tenant"];
const request = ["method", "route", "status_code", "ws"];
const group = ["rule_group"];

/** Loki 2.9 and 3 on itself, all components in one process. */
export const lokiExporter: Exporter = {
  id: "loki",
  title: "Loki",
  metrics: [
    gauge("loki_build_info", "1", "The version of Loki", ["version"]),
    counter(
      "loki_distributor_lines_received_total",
      "lines",
      "Log lines received",
      tenant,
    ),
    counter(
      "loki_distributor_bytes_received_total",
      "bytes",
      "Bytes of log lines received, uncompressed",
      tenant,
    ),
    counter(
      "loki_discarded_samples_total",
      "lines",
      "Log lines refused, by reason",
      ["reason", ...tenant],
    ),
    counter(
      "loki_discarded_bytes_total",
      "bytes",
      "Bytes of log lines refused, by reason",
      ["reason", ...tenant],
    ),
    gauge(
      "loki_ingester_memory_streams",
      "streams",
      "Streams in memory",
      tenant,
    ),
    gauge("loki_ingester_memory_chunks", "chunks", "Chunks in memory"),
    counter(
      "loki_ingester_chunks_flushed_total",
      "chunks",
      "Chunks written to the store",
      ["reason"],
    ),
    histogram(
      "loki_request_duration_seconds",
      "seconds",
      "Duration of requests to Loki",
      request,
      [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 25, 50, 100],
    ),
    counter("loki_panic_total", "panics", "Panics while serving requests"),
    gauge(
      "loki_boltdb_shipper_compact_tables_operation_last_successful_run_timestamp_seconds",
      "timestamp",
      "When the compactor last succeeded; without it nothing expires",
    ),
    counter(
      "loki_prometheus_rule_evaluations_total",
      "evaluations",
      "Evaluations of rules by the ruler",
      group,
    ),
    counter(
      "loki_prometheus_rule_evaluation_failures_total",
      "evaluations",
      "Evaluations of rules that failed",
      group,
    ),
    counter(
      "loki_prometheus_notifications_dropped_total",
      "alerts",
      "Alerts of the ruler that reached no Alertmanager",
      ["user"],
    ),
    ...goMetrics,
    ...processMetrics,
  ],
};
