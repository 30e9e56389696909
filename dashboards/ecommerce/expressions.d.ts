/**
 * Queries that a panel and an alert share; the window is a panel's `$__rate_interval` or the alert's own.
 */
/** Requests per second of each service. */
export declare const requestRate: (window: string) => string;
/** Share of requests of each service that end in a server error. */
export declare const errorRatio: (window: string) => string;
/** The seconds within which each service answers 95 of 100 requests. */
export declare const p95Latency: (window: string) => string;
/** Share of payments with a result: `success` or `failed`. */
export declare const paymentRatio: (
  status: "success" | "failed",
  window: string,
) => string;
/** CPU of each host in percent. */
export declare const cpuPercent: (window: string) => string;
/** Memory of each host in percent. */
export declare const memoryPercent =
  "(1 - (node_memory_MemAvailable_bytes / node_memory_MemTotal_bytes)) * 100";
/** Share of the database's connections in use: sessions of all states and databases, on one server. */
export declare const databaseConnections =
  "sum by (instance) (pg_stat_activity_count) / on (instance) pg_settings_max_connections";
/** Share of the memory that Redis may use; nothing where it has no limit, which is said as 0. */
export declare const redisMemory =
  "redis_memory_used_bytes / (redis_memory_max_bytes > 0)";
/** Units of each product in stock. */
export declare const inventoryLevel = "inventory_level";
/** Stock at which somebody must order more. */
export declare const lowStock = 100;
