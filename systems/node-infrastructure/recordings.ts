import type { RecordingGroup } from "monitoring-as-code";

/** Shares are recorded from 0 to 1 everywhere; only texts and gauges turn them into percent. */
export const recordingGroups: readonly RecordingGroup[] = [
  {
    name: "example",
    interval: "30s",
    recordings: [
      {
        record: "job:node_cpu_utilization:avg",
        expr: '1 - avg by (job) (rate(node_cpu_seconds_total{mode="idle"}[5m]))',
      },
    ],
  },
  {
    name: "performance_rules",
    interval: "30s",
    recordings: [
      {
        record: "instance:node_cpu_utilization:rate5m",
        expr: '1 - avg by (host, instance) (rate(node_cpu_seconds_total{mode="idle"}[5m]))',
      },
      {
        record: "instance:node_memory_utilization:ratio",
        expr: "1 - (node_memory_MemAvailable_bytes / node_memory_MemTotal_bytes)",
      },
      {
        record: "job:http_requests:rate5m",
        expr: "sum by (job) (rate(http_requests_total[5m]))",
      },
    ],
  },
];
