import type { Metric } from "../model/metric";
import { counter, gauge, summary } from "./metric-entries";

/** What every Prometheus client library says of its own process. */
export const processMetrics: readonly Metric[] = [
  counter(
    "process_cpu_seconds_total",
    "seconds",
    "User and system CPU time spent",
  ),
  gauge("process_resident_memory_bytes", "bytes", "Resident memory"),
  gauge("process_virtual_memory_bytes", "bytes", "Virtual memory"),
  gauge("process_open_fds", "descriptors", "Open file descriptors"),
  gauge("process_max_fds", "descriptors", "Most open file descriptors allowed"),
  gauge(
    "process_start_time_seconds",
    "timestamp",
    "Start of the process since the epoch",
  ),
];

/** What the Go client says of its runtime. */
export const goMetrics: readonly Metric[] = [
  gauge("go_goroutines", "goroutines", "Goroutines that exist"),
  gauge("go_threads", "threads", "Operating system threads created"),
  gauge("go_info", "1", "The version of Go", ["version"]),
  gauge("go_memstats_alloc_bytes", "bytes", "Bytes allocated and in use"),
  counter(
    "go_memstats_alloc_bytes_total",
    "bytes",
    "Bytes allocated, freed ones included",
  ),
  gauge(
    "go_memstats_heap_alloc_bytes",
    "bytes",
    "Heap bytes allocated and in use",
  ),
  gauge("go_memstats_heap_inuse_bytes", "bytes", "Heap bytes in use"),
  gauge(
    "go_memstats_heap_idle_bytes",
    "bytes",
    "Heap bytes waiting to be used",
  ),
  gauge("go_memstats_heap_objects", "objects", "Objects on the heap"),
  gauge(
    "go_memstats_next_gc_bytes",
    "bytes",
    "Heap size at which the next collection starts",
  ),
  gauge("go_memstats_sys_bytes", "bytes", "Bytes obtained from the system"),
  summary(
    "go_gc_duration_seconds",
    "seconds",
    "Pauses of the garbage collector",
  ),
];

/** What Prometheus adds to every target that it scrapes. */
export const scrapeMetrics: readonly Metric[] = [
  gauge("up", "bool", "Whether the last scrape of the target succeeded"),
  gauge("scrape_duration_seconds", "seconds", "How long the scrape took"),
  gauge("scrape_samples_scraped", "samples", "Samples that the target exposed"),
  gauge(
    "scrape_samples_post_metric_relabeling",
    "samples",
    "Samples left after relabelling",
  ),
  gauge("scrape_series_added", "series", "Series that were new in the scrape"),
];
