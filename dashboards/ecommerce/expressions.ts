/**
 * Queries that a panel and an alert share; the window is a panel's `$__rate_interval` or the alert's own.
 */

/** Requests per second of each service. */
export const requestRate = (window: string): string =>
  `sum(rate(http_requests_total[${window}])) by (service)`;

/** Share of requests of each service that end in a server error. */
export const errorRatio = (window: string): string =>
  `sum(rate(http_requests_total{status=~"5.."}[${window}])) by (service) / sum(rate(http_requests_total[${window}])) by (service)`;

/** The seconds within which each service answers 95 of 100 requests. */
export const p95Latency = (window: string): string =>
  `histogram_quantile(0.95, sum(rate(http_request_duration_seconds_bucket[${window}])) by (service, le))`;

/** Share of payments with a result: `success` or `failed`. */
export const paymentRatio = (
  status: "success" | "failed",
  window: string,
): string =>
  `sum(rate(payments_processed_total{status="${status}"}[${window}])) / sum(rate(payments_processed_total[${window}]))`;

/** CPU of each host in percent. */
export const cpuPercent = (window: string): string =>
  `100 - (avg by (instance) (rate(node_cpu_seconds_total{mode="idle"}[${window}])) * 100)`;

/** Memory of each host in percent. */
export const memoryPercent =
  "(1 - (node_memory_MemAvailable_bytes / node_memory_MemTotal_bytes)) * 100";

/** Share of the database's connections in use: sessions of all states and databases, on one server. */
export const databaseConnections =
  "sum by (instance, server) (pg_stat_activity_count) / on (instance, server) pg_settings_max_connections";

/** Share of the memory that Redis may use; nothing where it has no limit, which is said as 0. */
export const redisMemory =
  "redis_memory_used_bytes / (redis_memory_max_bytes > 0)";

/** Units of each product in stock. */
export const inventoryLevel = "inventory_level";

/** Stock at which somebody must order more. */
export const lowStock = 100;
