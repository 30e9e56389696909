"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.hostAlerts = void 0;
const expressions_1 = require("../../dashboards/alerting/expressions");
const monitoring_stack_1 = require("../../dashboards/alerting/monitoring-stack");
const host_expressions_1 = require("../../dashboards/node-infrastructure/host-expressions");
const monitoring_as_code_1 = require("monitoring-as-code");
/** From when on a busy CPU is worth a message; nobody is called for it. */
const cpuLimit = {
  percent: 80,
  for: "5m",
};
const team = "infrastructure";
const dashboard = `/d/${monitoring_stack_1.monitoringStackDashboard.uid}`;
const diskUsage = (0, monitoring_as_code_1.panelOf)(
  monitoring_stack_1.monitoringStackDashboard,
  "disk-usage",
);
/** Alerts on the hosts of the monitoring; those of the applications have their own, so that no host is told of twice. */
exports.hostAlerts = [
  {
    // Alertmanager has an alert of its own: one fault, one call.
    alert: "InstanceDown",
    expr: `up{${expressions_1.own}, job!="alertmanager"}`,
    condition: { is: "==", value: 0 },
    for: "2m",
    severity: "critical",
    team,
    summary: "Instance {{ $labels.instance }} is down",
    description:
      "{{ $labels.job }} on {{ $labels.instance }} has been down for more than 2 minutes.",
    annotations: {
      dashboard,
      impact: "Faults of any system may go unnoticed or unseen",
    },
    panel: (0, monitoring_as_code_1.panelOf)(
      monitoring_stack_1.monitoringStackDashboard,
      "instances",
    ),
    noData: "Alerting",
  },
  {
    alert: "HighCPUUsage",
    expr: (0, host_expressions_1.cpuPercent)("5m", expressions_1.own),
    condition: { is: ">", value: cpuLimit.percent },
    for: cpuLimit.for,
    severity: "warning",
    team,
    summary: "High CPU usage on {{ $labels.instance }}",
    description:
      "CPU usage is {{ $value | humanize }}% on {{ $labels.instance }}",
    annotations: { dashboard },
    panel: (0, monitoring_as_code_1.panelOf)(
      monitoring_stack_1.monitoringStackDashboard,
      "cpu-usage",
    ),
  },
  {
    alert: "HighMemoryUsage",
    expr: (0, host_expressions_1.memoryPercent)(expressions_1.own),
    condition: { is: ">", value: 85 },
    for: "5m",
    severity: "warning",
    team,
    summary: "High memory usage on {{ $labels.instance }}",
    description:
      "Memory usage is {{ $value | humanize }}% on {{ $labels.instance }}",
    annotations: { dashboard },
    panel: (0, monitoring_as_code_1.panelOf)(
      monitoring_stack_1.monitoringStackDashboard,
      "memory-usage",
    ),
  },
  {
    alert: "DiskSpaceCritical",
    expr: (0, host_expressions_1.diskPercent)(expressions_1.own),
    condition: { is: ">", value: 90 },
    for: "5m",
    severity: "critical",
    team,
    summary: "Critical disk space on {{ $labels.instance }}",
    description:
      "Disk usage of {{ $labels.mountpoint }} is {{ $value | humanize }}% on {{ $labels.instance }}",
    annotations: {
      dashboard,
      impact: "System may become unresponsive if disk fills up",
    },
    panel: diskUsage,
  },
  {
    alert: "DiskSpaceWarning",
    expr: (0, host_expressions_1.diskPercent)(expressions_1.own),
    condition: { is: ">", value: 80 },
    for: "10m",
    severity: "warning",
    team,
    summary: "Low disk space on {{ $labels.instance }}",
    description:
      "Disk usage of {{ $labels.mountpoint }} is {{ $value | humanize }}% on {{ $labels.instance }}",
    annotations: { dashboard },
    panel: diskUsage,
  },
  {
    alert: "HighDiskIO",
    expr: (0, host_expressions_1.diskBusy)("5m", expressions_1.own),
    condition: { is: ">", value: 0.9 },
    for: "10m",
    severity: "warning",
    team,
    summary: "A disk of {{ $labels.instance }} is always busy",
    description:
      "{{ $labels.device }} on {{ $labels.instance }} is busy {{ $value | humanizePercentage }} of the time",
    annotations: { dashboard },
    panel: (0, monitoring_as_code_1.panelOf)(
      monitoring_stack_1.monitoringStackDashboard,
      "disk-activity",
    ),
  },
];
//# sourceMappingURL=host-alerts.js.map
