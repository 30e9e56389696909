import type { Exporter } from "../model/metric";
import { counter, gauge } from "./metric-entries";

const group = ["groupname"];

/** process-exporter: the processes of a host, by name; node_exporter only counts them. */
export const processExporter: Exporter = {
  id: "process-exporter",
  title: "Process exporter",
  metrics: [
    counter(
      "namedprocess_namegroup_cpu_seconds_total",
      "seconds",
      "CPU time used",
      [...group, "mode"],
    ),
    gauge("namedprocess_namegroup_memory_bytes", "bytes", "Memory in use", [
      ...group,
      "memtype",
    ]),
    gauge(
      "namedprocess_namegroup_num_procs",
      "processes",
      "Processes of the name",
      group,
    ),
    gauge(
      "namedprocess_namegroup_num_threads",
      "threads",
      "Threads of the processes",
      group,
    ),
    gauge(
      "namedprocess_namegroup_open_filedesc",
      "descriptors",
      "Open file descriptors",
      group,
    ),
    counter(
      "namedprocess_namegroup_read_bytes_total",
      "bytes",
      "Bytes read",
      group,
    ),
    counter(
      "namedprocess_namegroup_write_bytes_total",
      "bytes",
      "Bytes written",
      group,
    ),
    gauge(
      "namedprocess_namegroup_oldest_start_time_seconds",
      "timestamp",
      "When the oldest process started",
      group,
    ),
    gauge("namedprocess_namegroup_states", "processes", "Processes by state", [
      ...group,
      "state",
    ]),
  ],
};
