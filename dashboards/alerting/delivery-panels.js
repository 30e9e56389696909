"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.notifications = notifications;
exports.notificationFailures = notificationFailures;
exports.notificationLatency = notificationLatency;
exports.silences = silences;
exports.grafanaRequests = grafanaRequests;
exports.grafanaLatency = grafanaLatency;
const dashboards_1 = require("monitoring-as-code/dashboards");
const expressions_1 = require("./expressions");
/** Notifications that left, by whoever sends. */
function notifications() {
  return (0, dashboards_1.timeseries)("notifications", {
    title: "Notifications",
    description:
      "Notifications per second by kind of integration. Good is never flat at zero: the dead man's switch is sent every five minutes.",
    width: "third",
    unit: "cps",
    min: 0,
    queries: [
      (0, dashboards_1.query)(
        `sum by (integration) (rate(alertmanager_notifications_total{${expressions_1.own}}[$__rate_interval]))`,
        "Alertmanager {{integration}}",
      ),
      (0, dashboards_1.query)(
        `sum by (integration) (rate(grafana_alerting_notifications_total{${expressions_1.own}}[$__rate_interval]))`,
        "Grafana {{integration}}",
      ),
    ],
  });
}
/** Notifications that nobody got. */
function notificationFailures() {
  return (0, dashboards_1.timeseries)("notification-failures", {
    title: "Failed Notifications",
    description:
      "Notifications per second that failed for good. Good is zero; above it for five minutes NotificationsFailing fires.",
    width: "third",
    unit: "cps",
    min: 0,
    thresholds: (0, dashboards_1.highIsBad)({ critical: 0.001 }),
    queries: [
      (0, dashboards_1.query)(
        (0, expressions_1.failedNotifications)("$__rate_interval"),
        "{{job}} {{integration}}",
      ),
    ],
  });
}
/** How long a notification takes. */
function notificationLatency() {
  return (0, dashboards_1.timeseries)("notification-latency", {
    title: "Notification Latency P99",
    description:
      "99 % of the notifications took less. Good is below five seconds; a rise is a slow receiver.",
    width: "third",
    unit: "s",
    min: 0,
    thresholds: (0, dashboards_1.highIsBad)({ warning: 5 }),
    queries: [
      (0, dashboards_1.query)(
        `histogram_quantile(0.99, sum by (le, integration) (rate(alertmanager_notification_latency_seconds_bucket{${expressions_1.own}}[$__rate_interval])))`,
        "Alertmanager {{integration}}",
      ),
      (0, dashboards_1.query)(
        `histogram_quantile(0.99, sum by (le, integration) (rate(grafana_alerting_notification_latency_seconds_bucket{${expressions_1.own}}[$__rate_interval])))`,
        "Grafana {{integration}}",
      ),
    ],
  });
}
/** What is kept from people, on purpose. */
function silences() {
  return (0, dashboards_1.timeseries)("silences", {
    title: "Silences and Suppressed Notifications",
    description:
      "Silences that are active, and notifications per second held back by silences, inhibitions and working hours. Good goes back to zero; a silence that stays is a fault that somebody lives with.",
    unit: "short",
    min: 0,
    queries: [
      (0, dashboards_1.query)(
        `sum(alertmanager_silences{${expressions_1.own}, state="active"})`,
        "silences in Alertmanager",
      ),
      (0, dashboards_1.query)(
        `sum(grafana_alerting_silences{${expressions_1.own}, state="active"})`,
        "silences in Grafana",
      ),
      (0, dashboards_1.query)(
        `sum by (reason) (rate(alertmanager_notifications_suppressed_total{${expressions_1.own}}[$__rate_interval]))`,
        "suppressed by {{reason}}",
      ),
    ],
  });
}
/** Whether Grafana answers, and how it asks others. */
function grafanaRequests() {
  return (0, dashboards_1.timeseries)("grafana-requests", {
    title: "Grafana Requests by Status",
    description: "Requests to Grafana per second by status. Good has no 5xx.",
    unit: "reqps",
    min: 0,
    queries: [
      (0, dashboards_1.query)(
        `sum by (status_code) (rate(grafana_http_request_duration_seconds_count{${expressions_1.own}}[$__rate_interval]))`,
        "{{status_code}}",
      ),
    ],
  });
}
/** How long Grafana takes to answer. */
function grafanaLatency() {
  return (0, dashboards_1.timeseries)("grafana-latency", {
    title: "Grafana Response Time",
    description:
      "Half and 99 % of the requests were answered faster. Good keeps the 99 % below two seconds; above it look at the datasources.",
    unit: "s",
    min: 0,
    thresholds: (0, dashboards_1.highIsBad)({ warning: 2 }),
    queries: ["0.5", "0.99"].map((quantile) =>
      (0, dashboards_1.query)(
        `histogram_quantile(${quantile}, sum by (le) (rate(grafana_http_request_duration_seconds_bucket{${expressions_1.own}}[$__rate_interval])))`,
        `p${Number(quantile) * 100}`,
      ),
    ),
  });
}
//# sourceMappingURL=delivery-panels.js.map
