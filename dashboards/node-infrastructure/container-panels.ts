import {
  highIsBad,
  query,
  timeseries,
  type Panel,
} from "monitoring-as-code/dashboards";

/** Containers by utilization, saturation and errors; control groups without a name are none. */
export const containers: readonly Panel[] = [
  timeseries("container-cpu", {
    title: "CPU by Container",
    description:
      "Utilization: cores in use. Good follows the work that the container does.",
    width: "quarter",
    unit: "suffix: cores",
    min: 0,
    queries: [
      query(
        'sum by (host, name) (rate(container_cpu_usage_seconds_total{name!=""}[$__rate_interval]))',
        "{{host}} {{name}}",
      ),
    ],
  }),
  timeseries("container-memory", {
    title: "Memory by Container",
    description:
      "Utilization: memory that cannot be given back. Good is steady; the limit is where the kernel kills.",
    width: "quarter",
    unit: "bytes",
    min: 0,
    queries: [
      query(
        'sum by (host, name) (container_memory_working_set_bytes{name!=""})',
        "{{host}} {{name}}",
      ),
    ],
  }),
  timeseries("container-throttling", {
    title: "Throttled Containers",
    description:
      "Saturation: share of the periods in which a container's limit on CPU held it back. Good is zero; above 25 % users wait for it.",
    width: "quarter",
    unit: "percentunit",
    min: 0,
    thresholds: highIsBad({ warning: 0.25 }),
    queries: [
      query(
        'sum by (host, name) (rate(container_cpu_cfs_throttled_periods_total{name!=""}[$__rate_interval])) / sum by (host, name) (rate(container_cpu_cfs_periods_total{name!=""}[$__rate_interval]))',
        "{{host}} {{name}}",
      ),
    ],
  }),
  timeseries("container-kills", {
    title: "Containers out of Memory",
    description:
      "Errors: processes that the kernel killed for lack of memory. Good is none at all.",
    width: "quarter",
    unit: "short",
    min: 0,
    thresholds: highIsBad({ critical: 1 }),
    drawStyle: "bars",
    queries: [
      query(
        'sum by (host, name) (increase(container_oom_events_total{name!=""}[$__rate_interval]))',
        "{{host}} {{name}}",
      ),
    ],
  }),
];
