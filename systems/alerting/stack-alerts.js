"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.deadManAlerts =
  exports.prometheusAlerts =
  exports.alertmanagerAlerts =
    void 0;
const alert_overview_1 = require("../../dashboards/alerting/alert-overview");
const expressions_1 = require("../../dashboards/alerting/expressions");
const monitoring_stack_1 = require("../../dashboards/alerting/monitoring-stack");
const monitoring_as_code_1 = require("monitoring-as-code");
const jobs_1 = require("./jobs");
const team = "monitoring";
const stack = `/d/${monitoring_stack_1.monitoringStackDashboard.uid}`;
const overview = `/d/${alert_overview_1.alertOverviewDashboard.uid}`;
/** Whether alerts are delivered, and whether there are so many that nobody reads them. */
exports.alertmanagerAlerts = [
  {
    // Alertmanager cannot report its own end; where it is the one that sends, the missing heartbeat does.
    alert: "AlertmanagerDown",
    expr: `up{${expressions_1.own}, job="alertmanager"}`,
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
    panel: (0, monitoring_as_code_1.panelOf)(
      monitoring_stack_1.monitoringStackDashboard,
      "instances",
    ),
    noData: "Alerting",
  },
  {
    // Neither itself nor what always fires: at exactly ten it would otherwise keep itself alive.
    alert: "TooManyAlerts",
    expr: `count(${(0, expressions_1.firingAlerts)(['alertname!~"DeadMansSwitch|TooManyAlerts"', expressions_1.needsSomebody])})`,
    condition: { is: ">", value: 10 },
    for: "5m",
    severity: "warning",
    team,
    summary: "Too many alerts firing",
    description:
      "There are {{ $value | humanize }} alerts currently firing. This may indicate a systemic issue.",
    annotations: { dashboard: overview },
    panel: (0, monitoring_as_code_1.panelOf)(
      alert_overview_1.alertOverviewDashboard,
      "firing",
    ),
  },
  {
    alert: "NotificationsFailing",
    expr: (0, expressions_1.failedNotifications)("5m"),
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
    panel: (0, monitoring_as_code_1.panelOf)(
      monitoring_stack_1.monitoringStackDashboard,
      "notification-failures",
    ),
  },
];
/** Whether faults are noticed at all. */
exports.prometheusAlerts = [
  {
    // A target that does not answer is InstanceDown; this one is not even asked any more.
    alert: "PrometheusTargetMissing",
    expr: jobs_1.expectedJobs
      .map((job) => `absent(up{${expressions_1.own}, job="${job}"})`)
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
    panel: (0, monitoring_as_code_1.panelOf)(
      monitoring_stack_1.monitoringStackDashboard,
      "instances",
    ),
  },
  {
    alert: "PrometheusConfigReloadFailed",
    expr: `prometheus_config_last_reload_successful{${expressions_1.own}}`,
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
    panel: (0, monitoring_as_code_1.panelOf)(
      monitoring_stack_1.monitoringStackDashboard,
      "config-reload",
    ),
    noData: "Alerting",
  },
  {
    alert: "RuleEvaluationsFailing",
    expr: (0, expressions_1.failedEvaluations)("5m"),
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
    panel: (0, monitoring_as_code_1.panelOf)(
      monitoring_stack_1.monitoringStackDashboard,
      "rule-failures",
    ),
  },
  {
    alert: "QueueBacklog",
    expr: `prometheus_notifications_queue_length{${expressions_1.own}}`,
    condition: { is: ">", value: 1000 },
    for: "10m",
    severity: "warning",
    team,
    summary: "Alerts pile up on their way to Alertmanager",
    description:
      "{{ $value | humanize }} alerts wait in {{ $labels.instance }}; at 10000 it drops them",
    annotations: { dashboard: stack },
    panel: (0, monitoring_as_code_1.panelOf)(
      monitoring_stack_1.monitoringStackDashboard,
      "notification-queue",
    ),
  },
  {
    alert: "CertificateExpiringSoon",
    expr: expressions_1.certificateDays,
    condition: { is: "<", value: 30 },
    for: "1h",
    severity: "warning",
    team: "infrastructure",
    summary: "The certificate of {{ $labels.instance }} ends soon",
    description:
      "Browsers and clients will refuse {{ $labels.instance }} in {{ $value | humanize }} days",
    annotations: { dashboard: stack },
    panel: (0, monitoring_as_code_1.panelOf)(
      monitoring_stack_1.monitoringStackDashboard,
      "certificates",
    ),
  },
];
/** Always fires, at once: its absence is the message, which an external service turns into a call. */
exports.deadManAlerts = [
  {
    alert: "DeadMansSwitch",
    expr: "vector(1)",
    severity: "info",
    team,
    summary: "Monitoring system is alive",
    description:
      "This is a deadman switch. It should always be firing. If you don't receive this, monitoring is broken.",
    annotations: { dashboard: overview },
    panel: (0, monitoring_as_code_1.panelOf)(
      alert_overview_1.alertOverviewDashboard,
      "dead-mans-switch",
    ),
    noData: "Alerting",
  },
];
//# sourceMappingURL=stack-alerts.js.map
