import type { Exporter, Metric } from "../model/metric";

const jvm: readonly Metric[] = [
  {
    name: "mcac_jvm_memory_used",
    type: "gauge",
    unit: "bytes",
    labels: ["memory_type"],
    help: "Memory in use, by memory_type heap or non_heap",
  },
  {
    name: "mcac_jvm_memory_max",
    type: "gauge",
    unit: "bytes",
    labels: ["memory_type"],
    help: "Limit of the memory, -1 where the virtual machine has none",
  },
  {
    name: "mcac_jvm_gc_time",
    type: "counter",
    unit: "milliseconds",
    labels: ["collector_type"],
    help: "Time spent collecting garbage",
  },
];

/**
 * Cassandra's JMX metrics as the Metric Collector for Apache Cassandra exposes them on port 9103, after the relabelling
 * that ships with it. Latencies are microseconds.
 */
export const cassandraExporter: Exporter = {
  id: "cassandra",
  title: "Cassandra metric collector",
  metrics: [
    {
      name: "mcac_client_request_latency",
      type: "histogram",
      unit: "microseconds",
      labels: ["request_type"],
      help: "Latency of requests at the coordinator, by request_type read or write",
    },
    {
      name: "mcac_client_request_latency_total",
      type: "counter",
      unit: "operations",
      labels: ["request_type"],
      help: "Requests at the coordinator",
    },
    {
      name: "mcac_table_read_latency",
      type: "histogram",
      unit: "microseconds",
      labels: ["keyspace", "table"],
      help: "Latency of local reads of a table",
    },
    {
      name: "mcac_table_write_latency",
      type: "histogram",
      unit: "microseconds",
      labels: ["keyspace", "table"],
      help: "Latency of local writes of a table",
    },
    {
      name: "mcac_table_live_ss_table_count",
      type: "gauge",
      unit: "sstables",
      labels: ["keyspace", "table"],
      help: "Files on disk that a table is made of",
    },
    ...jvm,
  ],
};
