import type { Exporter } from "../model/metric";
import { counter, gauge, histogram, summary } from "./metric-entries";
import { goMetrics, processMetrics, scrapeMetrics } from "./process";

const rules = ["rule_group"];
const remote = ["remote_name", "url"];

/** Prometheus 2.4x and 3.x on itself, and the series that it makes of its targets and alerts. */
export const prometheusExporter: Exporter = {
  id: "prometheus",
  title: "Prometheus",
  metrics: [
    ...scrapeMetrics,
    gauge("ALERTS", "bool", "Alerts that are pending or firing", [
      "alertname",
      "alertstate",
      "severity",
      "team",
    ]),
    gauge("ALERTS_FOR_STATE", "timestamp", "Since when an alert is active", [
      "alertname",
      "severity",
      "team",
    ]),
    gauge("prometheus_build_info", "1", "The version", [
      "branch",
      "goversion",
      "revision",
      "version",
    ]),
    gauge("prometheus_ready", "bool", "Whether the server is ready"),
    gauge(
      "prometheus_config_last_reload_successful",
      "bool",
      "Whether the last reload worked",
    ),
    gauge(
      "prometheus_config_last_reload_success_timestamp_seconds",
      "timestamp",
      "Last reload that worked",
    ),
    gauge("prometheus_tsdb_head_series", "series", "Series in memory"),
    gauge("prometheus_tsdb_head_chunks", "chunks", "Chunks in memory"),
    counter(
      "prometheus_tsdb_head_series_created_total",
      "series",
      "Series created",
    ),
    counter(
      "prometheus_tsdb_head_series_removed_total",
      "series",
      "Series removed",
    ),
    counter(
      "prometheus_tsdb_head_samples_appended_total",
      "samples",
      "Samples stored",
      ["type"],
    ),
    gauge(
      "prometheus_tsdb_head_min_time_seconds",
      "timestamp",
      "Oldest sample in memory",
    ),
    gauge(
      "prometheus_tsdb_head_max_time_seconds",
      "timestamp",
      "Newest sample in memory",
    ),
    gauge("prometheus_tsdb_blocks_loaded", "blocks", "Blocks loaded"),
    gauge(
      "prometheus_tsdb_storage_blocks_bytes",
      "bytes",
      "Size of all blocks",
    ),
    gauge(
      "prometheus_tsdb_retention_limit_bytes",
      "bytes",
      "Size at which old blocks go; 0 when unlimited",
    ),
    gauge(
      "prometheus_tsdb_retention_limit_seconds",
      "seconds",
      "Age at which blocks go",
    ),
    gauge(
      "prometheus_tsdb_lowest_timestamp_seconds",
      "timestamp",
      "Oldest sample stored",
    ),
    gauge(
      "prometheus_tsdb_wal_storage_size_bytes",
      "bytes",
      "Size of the write-ahead log",
    ),
    counter(
      "prometheus_tsdb_wal_corruptions_total",
      "corruptions",
      "Corruptions of the write-ahead log",
    ),
    counter("prometheus_tsdb_compactions_total", "compactions", "Compactions"),
    counter(
      "prometheus_tsdb_compactions_failed_total",
      "compactions",
      "Compactions that failed",
    ),
    counter(
      "prometheus_tsdb_reloads_failures_total",
      "reloads",
      "Reloads of blocks that failed",
    ),
    counter(
      "prometheus_tsdb_out_of_order_samples_total",
      "samples",
      "Samples refused as out of order",
      ["type"],
    ),
    histogram(
      "prometheus_tsdb_compaction_duration_seconds",
      "seconds",
      "Duration of compactions",
    ),
    gauge("prometheus_engine_queries", "queries", "Queries that run or wait"),
    gauge(
      "prometheus_engine_queries_concurrent_max",
      "queries",
      "Most queries at once",
    ),
    summary(
      "prometheus_engine_query_duration_seconds",
      "seconds",
      "Duration of queries by part",
      ["slice"],
    ),
    counter(
      "prometheus_engine_query_samples_total",
      "samples",
      "Samples loaded by queries",
    ),
    counter(
      "prometheus_http_requests_total",
      "requests",
      "Requests to the server",
      ["code", "handler"],
    ),
    histogram(
      "prometheus_http_request_duration_seconds",
      "seconds",
      "Duration of requests",
      ["handler"],
      [0.1, 0.2, 0.4, 1, 3, 8, 20, 60, 120],
    ),
    gauge("prometheus_sd_discovered_targets", "targets", "Targets found", [
      "config",
      "name",
    ]),
    gauge(
      "prometheus_target_metadata_cache_entries",
      "entries",
      "Metadata kept",
      ["scrape_job"],
    ),
    summary(
      "prometheus_target_interval_length_seconds",
      "seconds",
      "Time between scrapes",
      ["interval"],
    ),
    summary(
      "prometheus_target_sync_length_seconds",
      "seconds",
      "Time to sync a job's targets",
      ["scrape_job"],
    ),
    counter(
      "prometheus_target_scrape_pool_sync_total",
      "syncs",
      "Syncs of a job's targets",
      ["scrape_job"],
    ),
    gauge(
      "prometheus_target_scrape_pool_targets",
      "targets",
      "Targets of a job",
      ["scrape_job"],
    ),
    counter(
      "prometheus_target_scrapes_exceeded_sample_limit_total",
      "scrapes",
      "Scrapes over the limit of samples",
    ),
    counter(
      "prometheus_target_scrapes_sample_out_of_order_total",
      "samples",
      "Samples refused as out of order",
    ),
    counter(
      "prometheus_target_scrapes_sample_duplicate_timestamp_total",
      "samples",
      "Samples refused as duplicates",
    ),
    counter(
      "prometheus_target_scrapes_sample_out_of_bounds_total",
      "samples",
      "Samples refused as too old or new",
    ),
    counter(
      "prometheus_rule_evaluations_total",
      "evaluations",
      "Evaluations of rules",
      rules,
    ),
    counter(
      "prometheus_rule_evaluation_failures_total",
      "evaluations",
      "Evaluations of rules that failed",
      rules,
    ),
    summary(
      "prometheus_rule_evaluation_duration_seconds",
      "seconds",
      "Duration of evaluations",
    ),
    gauge(
      "prometheus_rule_group_last_duration_seconds",
      "seconds",
      "Duration of a group's last evaluation",
      rules,
    ),
    gauge(
      "prometheus_rule_group_interval_seconds",
      "seconds",
      "Interval of a group",
      rules,
    ),
    gauge(
      "prometheus_rule_group_last_evaluation_timestamp_seconds",
      "timestamp",
      "Last evaluation of a group",
      rules,
    ),
    gauge("prometheus_rule_group_rules", "rules", "Rules of a group", rules),
    counter(
      "prometheus_rule_group_iterations_missed_total",
      "evaluations",
      "Evaluations of a group missed",
      rules,
    ),
    counter(
      "prometheus_rule_group_iterations_total",
      "evaluations",
      "Evaluations of a group due",
      rules,
    ),
    counter(
      "prometheus_notifications_sent_total",
      "alerts",
      "Alerts sent to an Alertmanager",
      ["alertmanager"],
    ),
    counter(
      "prometheus_notifications_errors_total",
      "alerts",
      "Alerts that could not be sent",
      ["alertmanager"],
    ),
    counter(
      "prometheus_notifications_dropped_total",
      "alerts",
      "Alerts dropped",
    ),
    gauge(
      "prometheus_notifications_queue_length",
      "alerts",
      "Alerts waiting to be sent",
    ),
    gauge(
      "prometheus_notifications_queue_capacity",
      "alerts",
      "Alerts that can wait",
    ),
    gauge(
      "prometheus_notifications_alertmanagers_discovered",
      "alertmanagers",
      "Alertmanagers found",
    ),
    summary(
      "prometheus_notifications_latency_seconds",
      "seconds",
      "Time to send alerts",
      ["alertmanager"],
    ),
    gauge(
      "prometheus_remote_storage_samples_pending",
      "samples",
      "Samples waiting to be written away",
      remote,
    ),
    counter(
      "prometheus_remote_storage_samples_total",
      "samples",
      "Samples written away",
      remote,
    ),
    counter(
      "prometheus_remote_storage_samples_failed_total",
      "samples",
      "Samples lost in writing away",
      remote,
    ),
    counter(
      "prometheus_remote_storage_samples_retried_total",
      "samples",
      "Samples written away again",
      remote,
    ),
    counter(
      "prometheus_remote_storage_samples_dropped_total",
      "samples",
      "Samples dropped before writing away",
      [...remote, "reason"],
    ),
    gauge(
      "prometheus_remote_storage_shards",
      "shards",
      "Shards that write",
      remote,
    ),
    gauge(
      "prometheus_remote_storage_shards_desired",
      "shards",
      "Shards wanted",
      remote,
    ),
    gauge(
      "prometheus_remote_storage_shards_max",
      "shards",
      "Most shards",
      remote,
    ),
    gauge(
      "prometheus_remote_storage_queue_highest_sent_timestamp_seconds",
      "timestamp",
      "Newest sample written away",
      remote,
    ),
    gauge(
      "prometheus_remote_storage_highest_timestamp_in_seconds",
      "timestamp",
      "Newest sample received",
    ),
    ...processMetrics,
    ...goMetrics,
  ],
};
