import type { Exporter } from "../model/metric";
import { counter, gauge, histogram } from "./metric-entries";
import { goMetrics, processMetrics } from "./process";

const org = ["org"];
const integration = ["org", "integration"];

/**
 * What Grafana 12 and later says of itself. `GRAFANA_ALERTS` is not scraped: Grafana writes it to Prometheus where its
 * server configuration sends the state history there (`[unified_alerting.state_history]` with `backend = prometheus`).
 */
export const grafanaExporter: Exporter = {
  id: "grafana",
  title: "Grafana",
  metrics: [
    gauge("GRAFANA_ALERTS", "bool", "Alerts that are pending or firing", [
      "alertname",
      "alertstate",
      "grafana_alertstate",
      "grafana_folder",
      "grafana_rule_uid",
      "severity",
      "team",
    ]),
    gauge("grafana_build_info", "1", "The version", [
      "branch",
      "edition",
      "goversion",
      "revision",
      "version",
    ]),
    histogram(
      "grafana_http_request_duration_seconds",
      "seconds",
      "Duration of requests to the server",
      ["handler", "method", "status_code"],
    ),
    gauge(
      "grafana_http_request_in_flight",
      "requests",
      "Requests being answered",
    ),
    counter(
      "grafana_datasource_request_total",
      "requests",
      "Requests to datasources",
      ["datasource", "datasource_type", "code", "method"],
    ),
    histogram(
      "grafana_datasource_request_duration_seconds",
      "seconds",
      "Duration of requests to datasources",
      ["datasource", "datasource_type", "code", "method"],
    ),
    counter(
      "grafana_alerting_rule_evaluations_total",
      "evaluations",
      "Evaluations of alert rules",
      org,
    ),
    counter(
      "grafana_alerting_rule_evaluation_failures_total",
      "evaluations",
      "Evaluations of alert rules that failed",
      org,
    ),
    histogram(
      "grafana_alerting_rule_evaluation_duration_seconds",
      "seconds",
      "Duration of evaluations",
      org,
    ),
    gauge(
      "grafana_alerting_schedule_alert_rules",
      "rules",
      "Rules that are scheduled",
    ),
    gauge(
      "grafana_alerting_scheduler_behind_seconds",
      "seconds",
      "How late the scheduler is",
    ),
    gauge("grafana_alerting_alertmanager_alerts", "alerts", "Alerts it holds", [
      ...org,
      "state",
    ]),
    counter(
      "grafana_alerting_notifications_total",
      "notifications",
      "Notifications attempted",
      integration,
    ),
    counter(
      "grafana_alerting_notifications_failed_total",
      "notifications",
      "Notifications that failed; absent until the first one does",
      [...integration, "reason"],
    ),
    histogram(
      "grafana_alerting_notification_latency_seconds",
      "seconds",
      "Time that a notification takes",
      integration,
    ),
    gauge("grafana_alerting_silences", "silences", "Silences by state", [
      ...org,
      "state",
    ]),
    gauge("grafana_stat_totals_dashboard", "dashboards", "Dashboards stored"),
    gauge("grafana_stat_total_users", "users", "Accounts"),
    gauge("grafana_stat_active_users", "users", "Accounts used in 30 days"),
    ...processMetrics,
    ...goMetrics,
  ],
};
