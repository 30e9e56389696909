"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.alertGroups = void 0;
const host_expressions_1 = require("../../dashboards/node-infrastructure/host-expressions");
const system_monitoring_1 = require("../../dashboards/node-infrastructure/system-monitoring");
const system_overview_1 = require("../../dashboards/node-infrastructure/system-overview");
const monitoring_as_code_1 = require("monitoring-as-code");
const team = "infrastructure";
const dashboard = `/d/${system_monitoring_1.systemMonitoringDashboard.uid}`;
const diskUsage = (0, monitoring_as_code_1.panelOf)(
  system_monitoring_1.systemMonitoringDashboard,
  "disk-usage",
);
const alerts = [
  {
    // Also what the "High CPU Alert" of the home dashboard asked for: one rule, not two with one query.
    alert: "HighCPUUsage",
    expr: (0, host_expressions_1.cpuPercent)("5m"),
    condition: { is: ">", value: 80 },
    for: "5m",
    severity: "warning",
    team,
    summary: "High CPU usage on {{ $labels.instance }}",
    description:
      'CPU usage is {{ printf "%.1f" $value }}% on {{ $labels.instance }}; 80% is the limit',
    annotations: { dashboard },
    panel: (0, monitoring_as_code_1.panelOf)(
      system_monitoring_1.systemMonitoringDashboard,
      "cpu-usage",
    ),
    // A fleet without a single value is a monitoring that is blind.
    noData: "NoData",
  },
  {
    alert: "HighMemoryUsage",
    expr: (0, host_expressions_1.memoryPercent)(),
    condition: { is: ">", value: 85 },
    for: "5m",
    severity: "warning",
    team,
    summary: "High memory usage on {{ $labels.instance }}",
    description:
      'Memory usage is {{ printf "%.1f" $value }}% on {{ $labels.instance }}; 85% is the limit',
    annotations: { dashboard },
    panel: (0, monitoring_as_code_1.panelOf)(
      system_monitoring_1.systemMonitoringDashboard,
      "memory-usage",
    ),
  },
  {
    alert: "DiskSpaceWarning",
    expr: (0, host_expressions_1.diskPercent)(),
    condition: { is: ">", value: 80 },
    for: "10m",
    severity: "warning",
    team,
    summary: "Low disk space on {{ $labels.instance }}",
    description:
      '{{ $labels.mountpoint }} on {{ $labels.instance }} is {{ printf "%.1f" $value }}% full; 80% is the limit',
    annotations: { dashboard },
    panel: diskUsage,
  },
  {
    alert: "DiskSpaceCritical",
    expr: (0, host_expressions_1.diskPercent)(),
    condition: { is: ">", value: 90 },
    for: "5m",
    severity: "critical",
    team,
    summary: "Critical disk space on {{ $labels.instance }}",
    description:
      '{{ $labels.mountpoint }} on {{ $labels.instance }} is {{ printf "%.1f" $value }}% full; 90% is the limit',
    annotations: {
      dashboard,
      impact: "The host may stop answering when the disk is full",
    },
    panel: diskUsage,
  },
  {
    alert: "InstanceDown",
    expr: "up",
    condition: { is: "==", value: 0 },
    for: "2m",
    severity: "critical",
    team,
    summary: "Instance {{ $labels.instance }} is down",
    description:
      "{{ $labels.job }} on {{ $labels.instance }} has been down for more than 2 minutes",
    annotations: {
      dashboard,
      impact:
        "The host or container is down, or nobody would notice if it were",
    },
    panel: (0, monitoring_as_code_1.panelOf)(
      system_overview_1.systemOverviewDashboard,
      "targets-down",
    ),
    noData: "Alerting",
  },
];
exports.alertGroups = [{ name: "system_alerts", interval: "1m", alerts }];
//# sourceMappingURL=alerts.js.map
