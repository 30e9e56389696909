import { alertOverviewDashboard } from "../../dashboards/alerting/alert-overview";
import {
  certificateDays,
  failedEvaluations,
  failedNotifications,
  firingAlerts,
  needsSomebody,
  own,
} from "../../dashboards/alerting/expressions";
import { monitoringStackDashboard } from "../../dashboards/alerting/monitoring-stack";
import { type AlertRule, panelOf } from "monitoring-as-code";
import { expectedJobs } from "./jobs";

const team = "monitoring";
const stack = `/d/${monitoringStackDashboard.uid}`;
const overview = `/d/${alertOverviewDashboard.uid}`;

/** Whether alerts are delivered, and whether there are so many that nobody reads them. */
export const alertmanagerAlerts: readonly AlertRule[] = [
  {
    // Alertmanager cannot report its own end; where it is the one that sends, the missing heartbeat does.
    alert: "AlertmanagerDown",
    expr: `up{${own}, job="alertmanager"}`,
    condition: { is: "==", value: 0 },
    for: "2m",
    severity: "critical",
    team,
    summary: "Alertmanager is down",
    description:
      "Alertmanager has been down for more than 2 minutes. Alerts may not be delivered!",
    annotations: {
      dashboard: stack,
      impact: "Nobody is told of the faults of any system",
    },
    panel: panelOf(monitoringStackDashboard, "instances"),
    noData: "Alerting",
  },
  {
    // Neither itself nor what always fires: at exactly ten it would otherwise keep itself alive.
    alert: "TooManyAlerts",
    expr: `count(${firingAlerts(['alertname!~"DeadMansSwitch|TooManyAlerts"', needsSomebody])})`,
    condition: { is: ">", value: 10 },
    for: "5m",
    severity: "warning",
    team,
    summary: "Too many alerts firing",
    description:
      "There are {{ $value | humanize }} alerts currently firing. This may indicate a systemic issue.",
    annotations: { dashboard: overview },
    panel: panelOf(alertOverviewDashboard, "firing"),
  },
  {
    alert: "NotificationsFailing",
    expr: failedNotifications("5m"),
    condition: { is: ">", value: 0 },
    for: "5m",
    severity: "critical",
    team,
    summary: "Alerts do not reach their receivers",
    description:
      "{{ $value | humanize }} notifications per second of {{ $labels.job }} by {{ $labels.integration }} fail",
    annotations: {
      dashboard: stack,
      impact: "Somebody who should have been told was not",
    },
    panel: panelOf(monitoringStackDashboard, "notification-failures"),
  },
];

/** Whether faults are noticed at all. */
export const prometheusAlerts: readonly AlertRule[] = [
  {
    // A target that does not answer is InstanceDown; this one is not even asked any more.
    alert: "PrometheusTargetMissing",
    expr: expectedJobs
      .map((job) => `absent(up{${own}, job="${job}"})`)
      .join(" or "),
    for: "2m",
    severity: "critical",
    team,
    summary: "Prometheus target missing",
    description:
      "A Prometheus target has disappeared: the job {{ $labels.job }} has no target any more.",
    annotations: {
      dashboard: stack,
      impact: "Faults of that part of the monitoring go unnoticed",
    },
    panel: panelOf(monitoringStackDashboard, "instances"),
  },
  {
    alert: "PrometheusConfigReloadFailed",
    expr: `prometheus_config_last_reload_successful{${own}}`,
    condition: { is: "==", value: 0 },
    for: "5m",
    severity: "critical",
    team,
    summary: "Prometheus config reload failed",
    description:
      "Prometheus config reload has failed on {{ $labels.instance }}",
    annotations: {
      dashboard: stack,
      impact:
        "New targets and rules are not watched, and the next restart will fail",
    },
    panel: panelOf(monitoringStackDashboard, "config-reload"),
    noData: "Alerting",
  },
  {
    alert: "RuleEvaluationsFailing",
    expr: failedEvaluations("5m"),
    condition: { is: ">", value: 0 },
    for: "5m",
    severity: "critical",
    team,
    summary: "Some alerts cannot fire because their rules fail",
    description:
      "{{ $value | humanize }} evaluations per second fail in {{ $labels.job }} on {{ $labels.instance }}",
    annotations: {
      dashboard: stack,
      impact: "Faults that those rules watch for go unnoticed",
    },
    panel: panelOf(monitoringStackDashboard, "rule-failures"),
  },
  {
    alert: "QueueBacklog",
    expr: `prometheus_notifications_queue_length{${own}}`,
    condition: { is: ">", value: 1000 },
    for: "10m",
    severity: "warning",
    team,
    summary: "Alerts pile up on their way to Alertmanager",
    description:
      "{{ $value | humanize }} alerts wait in {{ $labels.instance }}; at 10000 it drops them",
    annotations: { dashboard: stack },
    panel: panelOf(monitoringStackDashboard, "notification-queue"),
  },
  {
    alert: "CertificateExpiringSoon",
    expr: certificateDays,
    condition: { is: "<", value: 30 },
    for: "1h",
    severity: "warning",
    team: "infrastructure",
    summary: "The certificate of {{ $labels.instance }} ends soon",
    description:
      "Browsers and clients will refuse {{ $labels.instance }} in {{ $value | humanize }} days",
    annotations: { dashboard: stack },
    panel: panelOf(monitoringStackDashboard, "certificates"),
  },
];

/** Always fires, at once: its absence is the message, which an external service turns into a call. */
export const deadManAlerts: readonly AlertRule[] = [
  {
    alert: "DeadMansSwitch",
    expr: "vector(1)",
    severity: "info",
    team,
    summary: "Monitoring system is alive",
    description:
      "This is a deadman switch. It should always be firing. If you don't receive this, monitoring is broken.",
    annotations: { dashboard: overview },
    panel: panelOf(alertOverviewDashboard, "dead-mans-switch"),
    noData: "Alerting",
  },
];
