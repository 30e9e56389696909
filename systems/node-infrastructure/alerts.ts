import { targetDown } from "monitoring-as-code/exporters/alerts";
import {
  cpuPercent,
  diskPercent,
  memoryPercent,
} from "../../dashboards/node-infrastructure/host-expressions";
import { systemMonitoringDashboard } from "../../dashboards/node-infrastructure/system-monitoring";
import { systemOverviewDashboard } from "../../dashboards/node-infrastructure/system-overview";
import { type AlertGroup, type AlertRule, panelOf } from "monitoring-as-code";

const team = "infrastructure";
const dashboard = `/d/${systemMonitoringDashboard.uid}`;

const diskUsage = panelOf(systemMonitoringDashboard, "disk-usage");

const alerts: readonly AlertRule[] = [
  {
    // Also what the "High CPU Alert" of the home dashboard asked for: one rule, not two with one query.
    alert: "HighCPUUsage",
    expr: cpuPercent("5m"),
    condition: { is: ">", value: 80 },
    for: "5m",
    severity: "warning",
    team,
    summary: "High CPU usage on {{ $labels.instance }}",
    description:
      'CPU usage is {{ printf "%.1f" $value }}% on {{ $labels.instance }}; 80% is the limit',
    annotations: { dashboard },
    panel: panelOf(systemMonitoringDashboard, "cpu-usage"),
    // A fleet without a single value is a monitoring that is blind.
    noData: "NoData",
  },
  {
    alert: "HighMemoryUsage",
    expr: memoryPercent(),
    condition: { is: ">", value: 85 },
    for: "5m",
    severity: "warning",
    team,
    summary: "High memory usage on {{ $labels.instance }}",
    description:
      'Memory usage is {{ printf "%.1f" $value }}% on {{ $labels.instance }}; 85% is the limit',
    annotations: { dashboard },
    panel: panelOf(systemMonitoringDashboard, "memory-usage"),
  },
  {
    alert: "DiskSpaceWarning",
    expr: diskPercent(),
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
    expr: diskPercent(),
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
  targetDown({
    alert: "InstanceDown",
    team,
    summary: "Instance {{ $labels.instance }} is down",
    description:
      "{{ $labels.job }} on {{ $labels.instance }} has been down for more than 2 minutes",
    annotations: {
      dashboard,
      impact:
        "The host or container is down, or nobody would notice if it were",
    },
    panel: panelOf(systemOverviewDashboard, "targets-down"),
    noData: "Alerting",
  }),
];

export const alertGroups: readonly AlertGroup[] = [
  { name: "system_alerts", interval: "1m", alerts },
];
