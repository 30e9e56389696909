"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.pipelineDashboard = void 0;
const dashboards_1 = require("monitoring-as-code/dashboards");
const expressions_1 = require("./expressions");
const gibibyte = 1024 ** 3;
exports.pipelineDashboard = (0, dashboards_1.dashboard)({
  uid: "monito-pipeline",
  title: "Monito - Pipeline",
  description:
    "Whether files are processed, how well and how fast, and where the time goes. For whoever runs the pipeline.",
  system: "monito",
  tags: ["pipeline"],
  refresh: "30s",
  variables: [
    (0, dashboards_1.queryVariable)(
      "component",
      "label_values(monito_operations_total, component)",
      { label: "Component", multi: true, includeAll: true },
    ),
  ],
  rows: [
    (0, dashboards_1.row)("Overview", overview()),
    (0, dashboards_1.row)("Performance", performance()),
    (0, dashboards_1.row)("Resources", resources()),
    (0, dashboards_1.row)("Cache", cache()),
    (0, dashboards_1.row)(
      "Data, where the collector counts it",
      unconfirmed(),
      {
        collapsed: true,
      },
    ),
  ],
});
function overview() {
  return [
    (0, dashboards_1.timeseries)("operations", {
      title: "Operations per second",
      description:
        "Finished operations by outcome. Good: success alone, as long as files arrive; nothing at all means that the pipeline is idle or its collector was not started.",
      width: "third",
      unit: "ops",
      min: 0,
      queries: [
        (0, dashboards_1.query)(
          `sum by (component, status) (rate(monito_operations_total{${expressions_1.chosen}}[$__rate_interval]))`,
          "{{component}} {{status}}",
        ),
      ],
    }),
    (0, dashboards_1.timeseries)("error-ratio", {
      title: "Error ratio",
      description:
        "Share of operations that failed. Good: zero; above 5 % for five minutes MonitoHighErrorRatio pages. No line means no operations.",
      width: "third",
      unit: "percentunit",
      min: 0,
      max: 1,
      thresholds: (0, dashboards_1.highIsBad)({ critical: 0.05 }),
      queries: [
        (0, dashboards_1.query)(
          `component:monito_operations_errors:ratio_rate5m{${expressions_1.chosen}}`,
          "{{component}}",
        ),
      ],
    }),
    (0, dashboards_1.gauge)("data-quality", {
      title: "Data quality score",
      description:
        "Mean score of the files of half an hour, the worst process of each component. Good: above 0.85; below 0.8 for ten minutes MonitoLowDataQuality fires.",
      width: "third",
      height: 8,
      unit: "percentunit",
      min: 0,
      max: 1,
      thresholds: (0, dashboards_1.lowIsBad)({ warning: 0.85, critical: 0.8 }),
      queries: [
        (0, dashboards_1.query)(
          (0, expressions_1.dataQuality)(expressions_1.chosen),
          "{{component}}",
        ),
      ],
    }),
  ];
}
function performance() {
  return [
    (0, dashboards_1.timeseries)("duration-p95", {
      title: "Operation duration P95",
      description:
        "95 % of the operations of a type were faster. Good: steady, below a second; batches for the language model take longer. The histogram ends at two minutes.",
      width: "third",
      unit: "s",
      min: 0,
      thresholds: (0, dashboards_1.highIsBad)({ warning: 1 }),
      queries: [
        (0, dashboards_1.query)(
          (0, expressions_1.durationP95)(
            "operation_type",
            expressions_1.chosen,
            "$__rate_interval",
          ),
          "{{operation_type}} P95",
        ),
      ],
    }),
    (0, dashboards_1.timeseries)("duration-average", {
      title: "Operation duration average",
      description:
        "Mean duration by type. Good: steady; far below the percentile beside it when only a few files are slow.",
      width: "third",
      unit: "s",
      min: 0,
      queries: [
        (0, dashboards_1.query)(
          `sum by (operation_type) (rate(monito_operation_duration_seconds_sum{${expressions_1.chosen}}[$__rate_interval])) / sum by (operation_type) (rate(monito_operation_duration_seconds_count{${expressions_1.chosen}}[$__rate_interval]))`,
          "{{operation_type}} avg",
        ),
      ],
    }),
    (0, dashboards_1.bargauge)("slowest-operations", {
      title: "Slowest operations",
      description:
        "Where the time of the shown range went, in total. The longest bar is what to make faster. An operation that runs inside of another counts for both.",
      width: "third",
      unit: "s",
      min: 0,
      queries: [
        (0, dashboards_1.query)(
          `topk(5, sum by (operation_type) (increase(monito_operation_duration_seconds_sum{${expressions_1.chosen}}[$__range])))`,
          "{{operation_type}}",
        ),
      ],
    }),
  ];
}
function resources() {
  return [
    (0, dashboards_1.timeseries)("memory-by-component", {
      title: "Memory by component",
      description:
        "Memory of the process when a component's last operation ended: for orientation, components share it. Good: comes back down after large files.",
      unit: "bytes",
      min: 0,
      queries: [
        (0, dashboards_1.query)(
          `max by (component) (monito_memory_usage_mb{${expressions_1.chosen}}) * 1024 * 1024`,
          "{{component}}",
        ),
      ],
    }),
    (0, dashboards_1.timeseries)("process-memory", {
      title: "Process memory",
      description:
        "Resident memory of each process. Good: below 1 GiB; above it for ten minutes MonitoHighMemory fires.",
      unit: "bytes",
      min: 0,
      thresholds: (0, dashboards_1.highIsBad)({ warning: gibibyte }),
      queries: [
        (0, dashboards_1.query)(expressions_1.residentMemory, "{{instance}}"),
      ],
    }),
  ];
}
function cache() {
  return [
    (0, dashboards_1.timeseries)("cache-hit-ratio", {
      title: "Cache hit ratio",
      description:
        "Lookups that the cache answered. Good: above one half and steady. No line means no lookups.",
      unit: "percentunit",
      min: 0,
      max: 1,
      queries: [
        (0, dashboards_1.query)(
          (0, expressions_1.hitRatio)(expressions_1.chosen, "$__rate_interval"),
          "{{component}}",
        ),
      ],
    }),
    (0, dashboards_1.timeseries)("cache-operations", {
      title: "Cache operations",
      description:
        "What is asked of the cache. Good: hits above misses; misses that grow alone mean that entries expire too soon.",
      unit: "ops",
      min: 0,
      queries: [
        (0, dashboards_1.query)(
          `sum by (operation, result) (rate(monito_cache_operations_total{${expressions_1.chosen}}[$__rate_interval]))`,
          "{{operation}} {{result}}",
        ),
      ],
    }),
  ];
}
/** The names of these metrics are proposals: folded away, the row asks nothing until somebody opens it. */
function unconfirmed() {
  return [
    (0, dashboards_1.stat)("operations-in-progress", {
      title: "Operations in progress",
      description:
        "Operations that have begun and not ended. Good: follows the arrival of files; one that never falls hangs. Empty until the collector exposes it.",
      width: "third",
      height: 8,
      unit: "short",
      queries: [
        (0, dashboards_1.query)(
          `sum by (component) (monito_active_operations{${expressions_1.chosen}})`,
          "{{component}}",
        ),
      ],
    }),
    (0, dashboards_1.timeseries)("rows-processed", {
      title: "Rows processed",
      description:
        "Rows of Excel files per second. Good: runs in step with the operations. Empty until the collector exposes it.",
      width: "two-thirds",
      unit: "cps",
      min: 0,
      queries: [
        (0, dashboards_1.query)(
          `sum by (component) (rate(monito_data_processed_total{${expressions_1.chosen},data_type="rows"}[$__rate_interval]))`,
          "{{component}}",
        ),
      ],
    }),
  ];
}
//# sourceMappingURL=pipeline.js.map
