import type { Exporter } from "../model/metric";
import { counter, histogram } from "./metric-entries";
import { goMetrics, processMetrics } from "./process";

const destination = ["host"];

/** Promtail 2.9 on itself. Its successor, Alloy, exposes the same under `loki_write_` and `loki_source_`. */
export const promtailExporter: Exporter = {
  id: "promtail",
  title: "Promtail",
  metrics: [
    counter("promtail_read_lines_total", "lines", "Lines read from files", [
      "path",
    ]),
    counter("promtail_read_bytes_total", "bytes", "Bytes read from files", [
      "path",
    ]),
    counter(
      "promtail_sent_entries_total",
      "lines",
      "Lines that Loki took",
      destination,
    ),
    counter(
      "promtail_sent_bytes_total",
      "bytes",
      "Bytes that Loki took",
      destination,
    ),
    counter(
      "promtail_dropped_entries_total",
      "lines",
      "Lines given up after all retries",
      [...destination, "reason", "tenant"],
    ),
    histogram(
      "promtail_request_duration_seconds",
      "seconds",
      "Duration of pushes to Loki",
      [...destination, "status_code"],
    ),
    ...goMetrics,
    ...processMetrics,
  ],
};
