import type { Metric } from "../../../../src/model/metric";
import type { SemanticContext } from "../../../../src/queries/promql/semantics/context";

const metrics: readonly Metric[] = [
  {
    name: "http_requests_total",
    type: "counter",
    unit: "requests",
    labels: ["method", "code"],
    help: "Requests",
  },
  {
    name: "http_errors_total",
    type: "counter",
    unit: "requests",
    labels: ["method"],
    help: "Failed requests",
  },
  {
    name: "http_duration_seconds",
    type: "histogram",
    unit: "seconds",
    labels: ["method"],
    buckets: [0.1, 1, 10],
    help: "Durations",
  },
  {
    name: "rpc_seconds",
    type: "summary",
    unit: "seconds",
    labels: ["quantile", "method"],
    help: "Durations",
  },
  {
    name: "cpu_seconds_total",
    type: "counter",
    unit: "seconds",
    labels: ["mode"],
    help: "Time",
  },
  {
    name: "memory_bytes",
    type: "gauge",
    unit: "bytes",
    labels: [],
    help: "Memory",
  },
  {
    name: "memory_limit_bytes",
    type: "gauge",
    unit: "bytes",
    labels: [],
    help: "Limit",
  },
  {
    name: "queue_length",
    type: "gauge",
    unit: "jobs",
    labels: ["queue"],
    help: "Jobs",
  },
  {
    name: "disk_used_ratio",
    type: "gauge",
    unit: "ratio",
    labels: ["device"],
    help: "Share",
  },
  {
    name: "disk_used_percent",
    type: "gauge",
    unit: "percent",
    labels: ["device"],
    help: "Share",
  },
  {
    name: "last_backup_seconds",
    type: "gauge",
    unit: "timestamp",
    labels: [],
    help: "When",
  },
  {
    name: "build_info",
    type: "gauge",
    unit: "1",
    labels: ["version"],
    help: "Version",
  },
];

/** A small catalogue with one metric of each kind. */
export const context: SemanticContext = {
  metrics,
  recordings: [
    {
      record: "job:http_requests:rate5m",
      expr: "sum by (job) (rate(http_requests_total[5m]))",
      labels: { tier: "web" },
    },
    { record: "loop:a", expr: "loop:b" },
    { record: "loop:b", expr: "loop:a" },
  ],
  scrapeIntervalSeconds: 15,
  retentionSeconds: 30 * 86_400,
};
