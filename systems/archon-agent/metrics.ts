import type { Metric } from "monitoring-as-code";

/** What the agent counts of its requests and of its language model. */
const requestMetrics: readonly Metric[] = [
  {
    name: "agent_requests_total",
    type: "counter",
    unit: "requests",
    labels: ["method", "status", "endpoint"],
    help: "Requests that ended, by operation (method) and result: success or error",
  },
  {
    name: "agent_errors_total",
    type: "counter",
    unit: "errors",
    labels: ["error_type", "method"],
    help: "Errors by class of the exception; has no endpoint, so it joins no count of requests",
  },
  {
    name: "agent_request_duration_seconds",
    type: "histogram",
    unit: "seconds",
    labels: ["method", "endpoint"],
    buckets: [0.01, 0.05, 0.1, 0.5, 1, 2, 5, 10],
    help: "Duration of requests, failed ones included",
  },
  {
    name: "llm_tokens_used",
    type: "histogram",
    unit: "tokens",
    labels: ["model", "operation"],
    buckets: [100, 500, 1000, 2000, 5000, 10_000, 20_000],
    help: "Tokens per call of the language model",
  },
  {
    name: "response_size_bytes",
    type: "summary",
    unit: "bytes",
    labels: ["endpoint"],
    help: "Size of responses; the Python client exposes sum and count, no quantiles",
  },
];

/** What fills up, and whether the parts work. */
const saturationMetrics: readonly Metric[] = [
  {
    name: "agent_active_connections",
    type: "gauge",
    unit: "requests",
    labels: [],
    help: "Requests in flight; the name says connections, the code counts calls",
  },
  {
    name: "agent_queue_size",
    type: "gauge",
    unit: "items",
    labels: ["queue_name"],
    help: "Items in a queue that all instances share, as of the last health check; dead_letter included",
  },
  {
    // A gauge in spite of its name: the agent calls it so.
    name: "cache_entries_total",
    type: "gauge",
    unit: "entries",
    labels: [],
    help: "Entries in the cache of this instance",
  },
  {
    name: "agent_db_pool_connections_in_use",
    type: "gauge",
    unit: "connections",
    labels: [],
    help: "Connections of this instance's pool that are in use",
  },
  {
    name: "agent_db_pool_connections_max",
    type: "gauge",
    unit: "connections",
    labels: [],
    help: "Connections that this instance's pool may hold",
  },
  {
    name: "agent_health_check_status",
    type: "gauge",
    unit: "1",
    labels: ["check", "critical"],
    help: "Result of the last run of a check: 0 unhealthy, 1 degraded, 2 healthy",
  },
  {
    name: "agent_health_check_duration_seconds",
    type: "gauge",
    unit: "seconds",
    labels: ["check"],
    help: "Duration of the last run of a check",
  },
];

export const metrics: readonly Metric[] = [
  ...requestMetrics,
  ...saturationMetrics,
];
