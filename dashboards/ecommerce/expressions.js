"use strict";
/**
 * Queries that a panel and an alert share; the window is a panel's `$__rate_interval` or the alert's own.
 */
Object.defineProperty(exports, "__esModule", { value: true });
exports.lowStock =
  exports.inventoryLevel =
  exports.redisMemory =
  exports.databaseConnections =
  exports.memoryPercent =
  exports.cpuPercent =
  exports.paymentRatio =
  exports.p95Latency =
  exports.errorRatio =
  exports.requestRate =
    void 0;
/** Requests per second of each service. */
const requestRate = (window) =>
  `sum(rate(http_requests_total[${window}])) by (service)`;
exports.requestRate = requestRate;
/** Share of requests of each service that end in a server error. */
const errorRatio = (window) =>
  `sum(rate(http_requests_total{status=~"5.."}[${window}])) by (service) / sum(rate(http_requests_total[${window}])) by (service)`;
exports.errorRatio = errorRatio;
/** The seconds within which each service answers 95 of 100 requests. */
const p95Latency = (window) =>
  `histogram_quantile(0.95, sum(rate(http_request_duration_seconds_bucket[${window}])) by (service, le))`;
exports.p95Latency = p95Latency;
/** Share of payments with a result: `success` or `failed`. */
const paymentRatio = (status, window) =>
  `sum(rate(payments_processed_total{status="${status}"}[${window}])) / sum(rate(payments_processed_total[${window}]))`;
exports.paymentRatio = paymentRatio;
/** CPU of each host in percent. */
const cpuPercent = (window) =>
  `100 - (avg by (instance) (rate(node_cpu_seconds_total{mode="idle"}[${window}])) * 100)`;
exports.cpuPercent = cpuPercent;
/** Memory of each host in percent. */
exports.memoryPercent =
  "(1 - (node_memory_MemAvailable_bytes / node_memory_MemTotal_bytes)) * 100";
/** Share of the database's connections in use: sessions of all states and databases, on one server. */
exports.databaseConnections =
  "sum by (instance) (pg_stat_activity_count) / on (instance) pg_settings_max_connections";
/** Share of the memory that Redis may use; nothing where it has no limit, which is said as 0. */
exports.redisMemory = "redis_memory_used_bytes / (redis_memory_max_bytes > 0)";
/** Units of each product in stock. */
exports.inventoryLevel = "inventory_level";
/** Stock at which somebody must order more. */
exports.lowStock = 100;
//# sourceMappingURL=expressions.js.map
