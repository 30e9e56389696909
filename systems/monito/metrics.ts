import {
  counter,
  gauge,
  histogram,
} from "monitoring-as-code/exporters/metric-entries";
import type { Metric } from "monitoring-as-code";

/**
 * What the metrics collector exposes. Ids of operations and their metadata are in exported traces and never labels. A
 * decorated function that opens traced blocks counts as one operation for each: compare within one `operation_type`.
 */
export const metrics: readonly Metric[] = [
  counter(
    "monito_operations_total",
    "operations",
    "Finished operations; whatever is not success failed",
    ["operation_type", "status", "component"],
  ),
  histogram(
    "monito_operation_duration_seconds",
    "seconds",
    "Duration of operations; batches for the language model take long",
    ["operation_type", "component"],
    [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120],
  ),
  gauge(
    "monito_memory_usage_mb",
    "megabytes",
    "Memory of the process at the end of a component's last operation, not the component's own share",
    ["component"],
  ),
  gauge(
    "monito_data_quality_score",
    "ratio",
    "Quality of the last file, 0 to 1; a stopped component keeps its last score",
    ["component"],
  ),
  counter("monito_cache_operations_total", "operations", "Cache operations", [
    "operation",
    "result",
    "component",
  ]),
  // The report of the emitter speaks of seven metrics and names five; these two names are proposals.
  counter("monito_data_processed_total", "items", "Data processed, by kind", [
    "component",
    "data_type",
  ]),
  gauge("monito_active_operations", "operations", "Operations in progress", [
    "component",
  ]),
];
