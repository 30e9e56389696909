"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.metrics = void 0;
const metric_entries_1 = require("monitoring-as-code/exporters/metric-entries");
/**
 * What the metrics collector exposes. Ids of operations and their metadata are in exported traces and never labels. A
 * decorated function that opens traced blocks counts as one operation for each: compare within one `operation_type`.
 */
exports.metrics = [
  (0, metric_entries_1.counter)(
    "monito_operations_total",
    "operations",
    "Finished operations; whatever is not success failed",
    ["operation_type", "status", "component"],
  ),
  (0, metric_entries_1.histogram)(
    "monito_operation_duration_seconds",
    "seconds",
    "Duration of operations; batches for the language model take long",
    ["operation_type", "component"],
    [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120],
  ),
  (0, metric_entries_1.gauge)(
    "monito_memory_usage_mb",
    "megabytes",
    "Memory of the process at the end of a component's last operation, not the component's own share",
    ["component"],
  ),
  (0, metric_entries_1.gauge)(
    "monito_data_quality_score",
    "ratio",
    "Quality of the last file, 0 to 1; a stopped component keeps its last score",
    ["component"],
  ),
  (0, metric_entries_1.counter)(
    "monito_cache_operations_total",
    "operations",
    "Cache operations",
    ["operation", "result", "component"],
  ),
  // The report of the emitter speaks of seven metrics and names five; these two names are proposals.
  (0, metric_entries_1.counter)(
    "monito_data_processed_total",
    "items",
    "Data processed, by kind",
    ["component", "data_type"],
  ),
  (0, metric_entries_1.gauge)(
    "monito_active_operations",
    "operations",
    "Operations in progress",
    ["component"],
  ),
];
//# sourceMappingURL=metrics.js.map
