import {
  bargauge,
  dashboard,
  gauge,
  highIsBad,
  lowIsBad,
  query,
  queryVariable,
  row,
  stat,
  timeseries,
  type Panel,
} from "monitoring-as-code/dashboards";
import {
  chosen,
  dataQuality,
  durationP95,
  hitRatio,
  residentMemory,
} from "./expressions";

const gibibyte = 1024 ** 3;

export const pipelineDashboard = dashboard({
  uid: "monito-pipeline",
  title: "Monito - Pipeline",
  description:
    "Whether files are processed, how well and how fast, and where the time goes. For whoever runs the pipeline.",
  system: "monito",
  tags: ["pipeline"],
  refresh: "30s",
  variables: [
    queryVariable(
      "component",
      "label_values(monito_operations_total, component)",
      { label: "Component", multi: true, includeAll: true },
    ),
  ],
  rows: [
    row("Overview", overview()),
    row("Performance", performance()),
    row("Resources", resources()),
    row("Cache", cache()),
    row("Data, where the collector counts it", unconfirmed(), {
      collapsed: true,
    }),
  ],
});

function overview(): readonly Panel[] {
  return [
    timeseries("operations", {
      title: "Operations per second",
      description:
        "Finished operations by outcome. Good: success alone, as long as files arrive; nothing at all means that the pipeline is idle or its collector was not started.",
      width: "third",
      unit: "ops",
      min: 0,
      queries: [
        query(
          `sum by (component, status) (rate(monito_operations_total{${chosen}}[$__rate_interval]))`,
          "{{component}} {{status}}",
        ),
      ],
    }),
    timeseries("error-ratio", {
      title: "Error ratio",
      description:
        "Share of operations that failed. Good: zero; above 5 % for five minutes MonitoHighErrorRatio pages. No line means no operations.",
      width: "third",
      unit: "percentunit",
      min: 0,
      max: 1,
      thresholds: highIsBad({ critical: 0.05 }),
      queries: [
        query(
          `component:monito_operations_errors:ratio_rate5m{${chosen}}`,
          "{{component}}",
        ),
      ],
    }),
    gauge("data-quality", {
      title: "Data quality score",
      description:
        "Mean score of the files of half an hour, the worst process of each component. Good: above 0.85; below 0.8 for ten minutes MonitoLowDataQuality fires.",
      width: "third",
      height: 8,
      unit: "percentunit",
      min: 0,
      max: 1,
      thresholds: lowIsBad({ warning: 0.85, critical: 0.8 }),
      queries: [query(dataQuality(chosen), "{{component}}")],
    }),
  ];
}

function performance(): readonly Panel[] {
  return [
    timeseries("duration-p95", {
      title: "Operation duration P95",
      description:
        "95 % of the operations of a type were faster. Good: steady, below a second; batches for the language model take longer. The histogram ends at two minutes.",
      width: "third",
      unit: "s",
      min: 0,
      thresholds: highIsBad({ warning: 1 }),
      queries: [
        query(
          durationP95("operation_type", chosen, "$__rate_interval"),
          "{{operation_type}} P95",
        ),
      ],
    }),
    timeseries("duration-average", {
      title: "Operation duration average",
      description:
        "Mean duration by type. Good: steady; far below the percentile beside it when only a few files are slow.",
      width: "third",
      unit: "s",
      min: 0,
      queries: [
        query(
          `sum by (operation_type) (rate(monito_operation_duration_seconds_sum{${chosen}}[$__rate_interval])) / sum by (operation_type) (rate(monito_operation_duration_seconds_count{${chosen}}[$__rate_interval]))`,
          "{{operation_type}} avg",
        ),
      ],
    }),
    bargauge("slowest-operations", {
      title: "Slowest operations",
      description:
        "Where the time of the shown range went, in total. The longest bar is what to make faster. An operation that runs inside of another counts for both.",
      width: "third",
      unit: "s",
      min: 0,
      queries: [
        query(
          `topk(5, sum by (operation_type) (increase(monito_operation_duration_seconds_sum{${chosen}}[$__range])))`,
          "{{operation_type}}",
        ),
      ],
    }),
  ];
}

function resources(): readonly Panel[] {
  return [
    timeseries("memory-by-component", {
      title: "Memory by component",
      description:
        "Memory of the process when a component's last operation ended: for orientation, components share it. Good: comes back down after large files.",
      unit: "bytes",
      min: 0,
      queries: [
        query(
          `max by (component) (monito_memory_usage_mb{${chosen}}) * 1024 * 1024`,
          "{{component}}",
        ),
      ],
    }),
    timeseries("process-memory", {
      title: "Process memory",
      description:
        "Resident memory of each process. Good: below 1 GiB; above it for ten minutes MonitoHighMemory fires.",
      unit: "bytes",
      min: 0,
      thresholds: highIsBad({ warning: gibibyte }),
      queries: [query(residentMemory, "{{instance}}")],
    }),
  ];
}

function cache(): readonly Panel[] {
  return [
    timeseries("cache-hit-ratio", {
      title: "Cache hit ratio",
      description:
        "Lookups that the cache answered. Good: above one half and steady. No line means no lookups.",
      unit: "percentunit",
      min: 0,
      max: 1,
      queries: [query(hitRatio(chosen, "$__rate_interval"), "{{component}}")],
    }),
    timeseries("cache-operations", {
      title: "Cache operations",
      description:
        "What is asked of the cache. Good: hits above misses; misses that grow alone mean that entries expire too soon.",
      unit: "ops",
      min: 0,
      queries: [
        query(
          `sum by (operation, result) (rate(monito_cache_operations_total{${chosen}}[$__rate_interval]))`,
          "{{operation}} {{result}}",
        ),
      ],
    }),
  ];
}

/** The names of these metrics are proposals: folded away, the row asks nothing until somebody opens it. */
function unconfirmed(): readonly Panel[] {
  return [
    stat("operations-in-progress", {
      title: "Operations in progress",
      description:
        "Operations that have begun and not ended. Good: follows the arrival of files; one that never falls hangs. Empty until the collector exposes it.",
      width: "third",
      height: 8,
      unit: "short",
      queries: [
        query(
          `sum by (component) (monito_active_operations{${chosen}})`,
          "{{component}}",
        ),
      ],
    }),
    timeseries("rows-processed", {
      title: "Rows processed",
      description:
        "Rows of Excel files per second. Good: runs in step with the operations. Empty until the collector exposes it.",
      width: "two-thirds",
      unit: "cps",
      min: 0,
      queries: [
        query(
          `sum by (component) (rate(monito_data_processed_total{${chosen},data_type="rows"}[$__rate_interval]))`,
          "{{component}}",
        ),
      ],
    }),
  ];
}
