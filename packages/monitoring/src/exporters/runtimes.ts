import type { Exporter } from "../model/metric";
import { counter, gauge, histogram } from "./metric-entries";
import { goMetrics, processMetrics } from "./process";

/** A process with the Go client. */
export const goRuntime: Exporter = {
  id: "go-runtime",
  title: "Go runtime",
  metrics: [...processMetrics, ...goMetrics],
};

/** A process with the Node.js client and `collectDefaultMetrics`. */
export const nodejsRuntime: Exporter = {
  id: "nodejs-runtime",
  title: "Node.js runtime",
  metrics: [
    gauge(
      "nodejs_eventloop_lag_seconds",
      "seconds",
      "How late the event loop is",
    ),
    gauge(
      "nodejs_eventloop_lag_mean_seconds",
      "seconds",
      "How late the event loop is on average",
    ),
    gauge(
      "nodejs_eventloop_lag_p50_seconds",
      "seconds",
      "Median lateness of the event loop",
    ),
    gauge(
      "nodejs_eventloop_lag_p90_seconds",
      "seconds",
      "90th percentile of the lateness",
    ),
    gauge(
      "nodejs_eventloop_lag_p99_seconds",
      "seconds",
      "99th percentile of the lateness",
    ),
    gauge(
      "nodejs_active_handles_total",
      "handles",
      "Handles that keep the process alive",
    ),
    gauge(
      "nodejs_active_requests_total",
      "requests",
      "Requests of the runtime in flight",
    ),
    gauge("nodejs_heap_size_total_bytes", "bytes", "Size of the heap"),
    gauge("nodejs_heap_size_used_bytes", "bytes", "Heap in use"),
    gauge(
      "nodejs_external_memory_bytes",
      "bytes",
      "Memory outside of the heap",
    ),
    gauge(
      "nodejs_heap_space_size_used_bytes",
      "bytes",
      "Part of the heap in use",
      ["space"],
    ),
    histogram(
      "nodejs_gc_duration_seconds",
      "seconds",
      "Duration of garbage collections",
      ["kind"],
      [0.001, 0.01, 0.1, 1, 2, 5],
    ),
    gauge("nodejs_version_info", "1", "The version of Node.js", [
      "version",
      "major",
      "minor",
      "patch",
    ]),
    counter("process_cpu_user_seconds_total", "seconds", "User CPU time spent"),
    counter(
      "process_cpu_system_seconds_total",
      "seconds",
      "System CPU time spent",
    ),
    ...processMetrics,
  ],
};

/** A process with the Python client. */
export const pythonRuntime: Exporter = {
  id: "python-runtime",
  title: "Python runtime",
  metrics: [
    counter(
      "python_gc_objects_collected_total",
      "objects",
      "Objects collected",
      ["generation"],
    ),
    counter(
      "python_gc_objects_uncollectable_total",
      "objects",
      "Objects that could not be collected",
      ["generation"],
    ),
    counter(
      "python_gc_collections_total",
      "collections",
      "Garbage collections",
      ["generation"],
    ),
    gauge("python_info", "1", "The version of Python", [
      "implementation",
      "major",
      "minor",
      "patchlevel",
      "version",
    ]),
    ...processMetrics,
  ],
};
