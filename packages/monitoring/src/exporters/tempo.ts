import type { Exporter } from "../model/metric";
import { counter, gauge, histogram } from "./metric-entries";
import { goMetrics, processMetrics } from "./process";

const tenant = ["tenant"];

/** Tempo 2 on itself; what it makes of spans is another exporter, its metrics generator. */
export const tempoExporter: Exporter = {
  id: "tempo",
  title: "Tempo",
  metrics: [
    gauge("tempo_build_info", "1", "The version of Tempo", ["version"]),
    counter(
      "tempo_distributor_spans_received_total",
      "spans",
      "Spans received",
      tenant,
    ),
    counter(
      "tempo_distributor_bytes_received_total",
      "bytes",
      "Bytes of spans received",
      tenant,
    ),
    counter(
      "tempo_discarded_spans_total",
      "spans",
      "Spans refused, by reason",
      ["reason", ...tenant],
    ),
    gauge("tempo_ingester_live_traces", "traces", "Traces in memory", tenant),
    counter(
      "tempo_ingester_blocks_flushed_total",
      "blocks",
      "Blocks written to the store",
    ),
    counter(
      "tempo_ingester_failed_flushes_total",
      "blocks",
      "Blocks that could not be written",
    ),
    histogram(
      "tempo_request_duration_seconds",
      "seconds",
      "Duration of requests to Tempo",
      ["method", "route", "status_code", "ws"],
    ),
    ...goMetrics,
    ...processMetrics,
  ],
};
