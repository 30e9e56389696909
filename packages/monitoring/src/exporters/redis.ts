import type { Exporter } from "../model/metric";
import { counter, gauge, summary } from "./metric-entries";
import { goMetrics, processMetrics } from "./process";

/** redis_exporter 1.x. */
export const redisExporter: Exporter = {
  id: "redis",
  title: "Redis exporter",
  metrics: [
    gauge("redis_up", "bool", "Whether the exporter reaches Redis"),
    gauge("redis_instance_info", "1", "Version, role and mode", [
      "role",
      "redis_version",
      "redis_mode",
      "os",
      "maxmemory_policy",
    ]),
    gauge("redis_uptime_in_seconds", "seconds", "Time since the start"),
    gauge("redis_start_time_seconds", "timestamp", "Start since the epoch"),
    gauge("redis_connected_clients", "connections", "Clients connected"),
    gauge(
      "redis_blocked_clients",
      "connections",
      "Clients that wait for a blocking call",
    ),
    gauge("redis_config_maxclients", "connections", "Most clients allowed"),
    counter(
      "redis_connections_received_total",
      "connections",
      "Connections accepted",
    ),
    counter(
      "redis_rejected_connections_total",
      "connections",
      "Connections refused because of maxclients",
    ),
    gauge("redis_memory_used_bytes", "bytes", "Memory in use"),
    gauge(
      "redis_memory_used_rss_bytes",
      "bytes",
      "Memory as the operating system sees it",
    ),
    gauge("redis_memory_used_peak_bytes", "bytes", "Most memory ever in use"),
    gauge(
      "redis_memory_max_bytes",
      "bytes",
      "Memory allowed; 0 when unlimited",
    ),
    gauge(
      "redis_mem_fragmentation_ratio",
      "1",
      "Resident memory per memory in use",
    ),
    counter("redis_commands_processed_total", "commands", "Commands processed"),
    counter("redis_commands_total", "calls", "Calls of a command", ["cmd"]),
    counter(
      "redis_commands_duration_seconds_total",
      "seconds",
      "Time spent in a command",
      ["cmd"],
    ),
    counter(
      "redis_commands_failed_calls_total",
      "calls",
      "Calls of a command that failed",
      ["cmd"],
    ),
    counter(
      "redis_commands_rejected_calls_total",
      "calls",
      "Calls of a command that were refused",
      ["cmd"],
    ),
    counter("redis_keyspace_hits_total", "lookups", "Lookups that found a key"),
    counter(
      "redis_keyspace_misses_total",
      "lookups",
      "Lookups that found no key",
    ),
    gauge("redis_db_keys", "keys", "Keys of a database", ["db"]),
    gauge("redis_db_keys_expiring", "keys", "Keys of a database that expire", [
      "db",
    ]),
    gauge(
      "redis_db_avg_ttl_seconds",
      "seconds",
      "Mean time to live in a database",
      ["db"],
    ),
    counter("redis_expired_keys_total", "keys", "Keys expired"),
    counter(
      "redis_evicted_keys_total",
      "keys",
      "Keys evicted for want of memory",
    ),
    counter("redis_net_input_bytes_total", "bytes", "Bytes received"),
    counter("redis_net_output_bytes_total", "bytes", "Bytes sent"),
    counter("redis_cpu_sys_seconds_total", "seconds", "CPU time in the kernel"),
    counter(
      "redis_cpu_user_seconds_total",
      "seconds",
      "CPU time outside of the kernel",
    ),
    gauge("redis_slowlog_length", "entries", "Entries of the slow log"),
    gauge(
      "redis_last_slow_execution_duration_seconds",
      "seconds",
      "Duration of the last slow command",
    ),
    gauge("redis_connected_slaves", "replicas", "Replicas connected"),
    gauge(
      "redis_master_link_up",
      "bool",
      "Whether the replica reaches its master",
      ["master_host", "master_port"],
    ),
    gauge("redis_master_repl_offset", "bytes", "Replication offset"),
    gauge(
      "redis_connected_slave_lag_seconds",
      "seconds",
      "How far a replica is behind",
      ["slave_ip", "slave_port", "slave_state"],
    ),
    gauge(
      "redis_rdb_changes_since_last_save",
      "changes",
      "Changes not saved yet",
    ),
    gauge(
      "redis_rdb_last_bgsave_status",
      "bool",
      "Whether the last save worked",
    ),
    gauge(
      "redis_rdb_last_save_timestamp_seconds",
      "timestamp",
      "Last save since the epoch",
    ),
    gauge("redis_aof_enabled", "bool", "Whether the append-only file is on"),
    gauge(
      "redis_aof_last_write_status",
      "bool",
      "Whether the last append worked",
    ),
    gauge("redis_pubsub_channels", "channels", "Channels with subscribers"),
    counter(
      "redis_exporter_scrapes_total",
      "scrapes",
      "Scrapes of the exporter",
    ),
    gauge(
      "redis_exporter_last_scrape_error",
      "bool",
      "Whether the last scrape had an error",
      ["err"],
    ),
    gauge(
      "redis_exporter_last_scrape_duration_seconds",
      "seconds",
      "How long the last scrape took",
    ),
    summary(
      "redis_latency_percentiles_usec",
      "microseconds",
      "Latency of a command",
      ["cmd"],
    ),
    ...processMetrics,
    ...goMetrics,
  ],
};
