import {
  highIsBad,
  query,
  timeseries,
  type Panel,
} from "monitoring-as-code/dashboards";
import { failedNotifications, own } from "./expressions";

/** Notifications that left, by whoever sends. */
export function notifications(): Panel {
  return timeseries("notifications", {
    title: "Notifications",
    description:
      "Notifications per second by kind of integration. Good is never flat at zero: the dead man's switch is sent every five minutes.",
    width: "third",
    unit: "cps",
    min: 0,
    queries: [
      query(
        `sum by (integration) (rate(alertmanager_notifications_total{${own}}[$__rate_interval]))`,
        "Alertmanager {{integration}}",
      ),
      query(
        `sum by (integration) (rate(grafana_alerting_notifications_total{${own}}[$__rate_interval]))`,
        "Grafana {{integration}}",
      ),
    ],
  });
}

/** Notifications that nobody got. */
export function notificationFailures(): Panel {
  return timeseries("notification-failures", {
    title: "Failed Notifications",
    description:
      "Notifications per second that failed for good. Good is zero; above it for five minutes NotificationsFailing fires.",
    width: "third",
    unit: "cps",
    min: 0,
    thresholds: highIsBad({ critical: 0.001 }),
    queries: [
      query(failedNotifications("$__rate_interval"), "{{job}} {{integration}}"),
    ],
  });
}

/** How long a notification takes. */
export function notificationLatency(): Panel {
  return timeseries("notification-latency", {
    title: "Notification Latency P99",
    description:
      "99 % of the notifications took less. Good is below five seconds; a rise is a slow receiver.",
    width: "third",
    unit: "s",
    min: 0,
    thresholds: highIsBad({ warning: 5 }),
    queries: [
      query(
        `histogram_quantile(0.99, sum by (le, integration) (rate(alertmanager_notification_latency_seconds_bucket{${own}}[$__rate_interval])))`,
        "Alertmanager {{integration}}",
      ),
      query(
        `histogram_quantile(0.99, sum by (le, integration) (rate(grafana_alerting_notification_latency_seconds_bucket{${own}}[$__rate_interval])))`,
        "Grafana {{integration}}",
      ),
    ],
  });
}

/** What is kept from people, on purpose. */
export function silences(): Panel {
  return timeseries("silences", {
    title: "Silences and Suppressed Notifications",
    description:
      "Silences that are active, and notifications per second held back by silences, inhibitions and working hours. Good goes back to zero; a silence that stays is a fault that somebody lives with.",
    unit: "short",
    min: 0,
    queries: [
      query(
        `sum(alertmanager_silences{${own}, state="active"})`,
        "silences in Alertmanager",
      ),
      query(
        `sum(grafana_alerting_silences{${own}, state="active"})`,
        "silences in Grafana",
      ),
      query(
        `sum by (reason) (rate(alertmanager_notifications_suppressed_total{${own}}[$__rate_interval]))`,
        "suppressed by {{reason}}",
      ),
    ],
  });
}

/** Whether Grafana answers, and how it asks others. */
export function grafanaRequests(): Panel {
  return timeseries("grafana-requests", {
    title: "Grafana Requests by Status",
    description: "Requests to Grafana per second by status. Good has no 5xx.",
    unit: "reqps",
    min: 0,
    queries: [
      query(
        `sum by (status_code) (rate(grafana_http_request_duration_seconds_count{${own}}[$__rate_interval]))`,
        "{{status_code}}",
      ),
    ],
  });
}

/** How long Grafana takes to answer. */
export function grafanaLatency(): Panel {
  return timeseries("grafana-latency", {
    title: "Grafana Response Time",
    description:
      "Half and 99 % of the requests were answered faster. Good keeps the 99 % below two seconds; above it look at the datasources.",
    unit: "s",
    min: 0,
    thresholds: highIsBad({ warning: 2 }),
    queries: (["0.5", "0.99"] as const).map((quantile) =>
      query(
        `histogram_quantile(${quantile}, sum by (le) (rate(grafana_http_request_duration_seconds_bucket{${own}}[$__rate_interval])))`,
        `p${Number(quantile) * 100}`,
      ),
    ),
  });
}
