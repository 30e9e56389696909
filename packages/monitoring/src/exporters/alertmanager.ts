import type { Exporter } from "../model/metric";
import { counter, gauge, histogram } from "./metric-entries";
import { goMetrics, processMetrics } from "./process";

const integration = ["integration"];

/** What Alertmanager 0.25 and later says of itself. */
export const alertmanagerExporter: Exporter = {
  id: "alertmanager",
  title: "Alertmanager",
  metrics: [
    gauge("alertmanager_build_info", "1", "The version", [
      "branch",
      "goversion",
      "revision",
      "version",
    ]),
    gauge("alertmanager_alerts", "alerts", "Alerts that it holds", ["state"]),
    counter("alertmanager_alerts_received_total", "alerts", "Alerts received", [
      "status",
      "version",
    ]),
    counter(
      "alertmanager_alerts_invalid_total",
      "alerts",
      "Alerts received that were not valid",
      ["version"],
    ),
    counter(
      "alertmanager_notifications_total",
      "notifications",
      "Notifications attempted",
      integration,
    ),
    counter(
      "alertmanager_notifications_failed_total",
      "notifications",
      "Notifications that failed for good",
      [...integration, "reason"],
    ),
    counter(
      "alertmanager_notification_requests_total",
      "requests",
      "Requests to receivers, repeated ones included",
      integration,
    ),
    counter(
      "alertmanager_notification_requests_failed_total",
      "requests",
      "Requests to receivers that failed",
      integration,
    ),
    histogram(
      "alertmanager_notification_latency_seconds",
      "seconds",
      "Time that a notification takes",
      integration,
      [1, 5, 10, 15, 20],
    ),
    counter(
      "alertmanager_notifications_suppressed_total",
      "notifications",
      "Notifications held back by silences, inhibitions and mute timings",
      ["reason"],
    ),
    gauge("alertmanager_silences", "silences", "Silences by state", ["state"]),
    gauge(
      "alertmanager_dispatcher_aggregation_groups",
      "groups",
      "Groups of alerts that are active",
    ),
    counter(
      "alertmanager_nflog_query_errors_total",
      "queries",
      "Failed queries of the log of notifications sent",
    ),
    gauge(
      "alertmanager_config_last_reload_successful",
      "bool",
      "Whether the last reload of the configuration worked",
    ),
    gauge(
      "alertmanager_config_last_reload_success_timestamp_seconds",
      "timestamp",
      "Last reload of the configuration that worked",
    ),
    gauge("alertmanager_config_hash", "1", "Hash of the loaded configuration"),
    gauge("alertmanager_cluster_members", "members", "Members of the cluster"),
    gauge(
      "alertmanager_cluster_failed_peers",
      "members",
      "Members of the cluster that do not answer",
    ),
    gauge(
      "alertmanager_cluster_health_score",
      "1",
      "Health of the cluster; 0 is best",
    ),
    histogram(
      "alertmanager_http_request_duration_seconds",
      "seconds",
      "Duration of requests to its API",
      ["handler", "method"],
    ),
    ...processMetrics,
    ...goMetrics,
  ],
};
