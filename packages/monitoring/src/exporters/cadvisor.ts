import type { Exporter } from "../model/metric";
import { counter, gauge } from "./metric-entries";

const container = ["id", "image", "name"];
const network = [...container, "interface"];
const device = [...container, "device"];

/** cAdvisor: containers of one host; `name` is empty for the control groups above them. */
export const cadvisorExporter: Exporter = {
  id: "cadvisor",
  title: "cAdvisor",
  metrics: [
    counter("container_cpu_usage_seconds_total", "seconds", "CPU time used", [
      ...container,
      "cpu",
    ]),
    counter(
      "container_cpu_user_seconds_total",
      "seconds",
      "CPU time used outside of the kernel",
      container,
    ),
    counter(
      "container_cpu_system_seconds_total",
      "seconds",
      "CPU time used in the kernel",
      container,
    ),
    counter(
      "container_cpu_cfs_periods_total",
      "periods",
      "Periods in which a limit on CPU time applied",
      container,
    ),
    counter(
      "container_cpu_cfs_throttled_periods_total",
      "periods",
      "Periods in which the container was held back",
      container,
    ),
    counter(
      "container_cpu_cfs_throttled_seconds_total",
      "seconds",
      "Time for which the container was held back",
      container,
    ),
    gauge(
      "container_memory_usage_bytes",
      "bytes",
      "Memory in use, page cache included",
      container,
    ),
    gauge(
      "container_memory_working_set_bytes",
      "bytes",
      "Memory that cannot be given back; what the limit is compared with",
      container,
    ),
    gauge("container_memory_rss", "bytes", "Resident memory", container),
    gauge("container_memory_cache", "bytes", "Page cache", container),
    counter(
      "container_memory_failcnt",
      "times",
      "How often the memory limit was hit",
      container,
    ),
    counter(
      "container_oom_events_total",
      "events",
      "Times that the kernel killed for lack of memory",
      container,
    ),
    gauge(
      "container_spec_memory_limit_bytes",
      "bytes",
      "Limit on memory; 0 when there is none",
      container,
    ),
    gauge(
      "container_spec_cpu_quota",
      "microseconds",
      "CPU time allowed per period",
      container,
    ),
    gauge(
      "container_spec_cpu_period",
      "microseconds",
      "Length of a period",
      container,
    ),
    counter(
      "container_network_receive_bytes_total",
      "bytes",
      "Bytes received",
      network,
    ),
    counter(
      "container_network_transmit_bytes_total",
      "bytes",
      "Bytes sent",
      network,
    ),
    counter(
      "container_network_receive_errors_total",
      "errors",
      "Errors while receiving",
      network,
    ),
    counter(
      "container_network_transmit_errors_total",
      "errors",
      "Errors while sending",
      network,
    ),
    counter(
      "container_fs_reads_bytes_total",
      "bytes",
      "Bytes read from disk",
      device,
    ),
    counter(
      "container_fs_writes_bytes_total",
      "bytes",
      "Bytes written to disk",
      device,
    ),
    gauge("container_fs_usage_bytes", "bytes", "Disk space used", device),
    gauge("container_fs_limit_bytes", "bytes", "Disk space available", device),
    gauge(
      "container_start_time_seconds",
      "timestamp",
      "When the container started",
      container,
    ),
    gauge(
      "container_last_seen",
      "timestamp",
      "When the container was last seen",
      container,
    ),
    gauge("machine_cpu_cores", "cores", "CPU cores of the host"),
    gauge("machine_memory_bytes", "bytes", "Memory of the host"),
  ],
};
