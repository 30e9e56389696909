import { own } from "../../dashboards/alerting/expressions";
import { monitoringStackDashboard } from "../../dashboards/alerting/monitoring-stack";
import {
  cpuPercent,
  diskBusy,
  diskPercent,
  memoryPercent,
} from "../../dashboards/node-infrastructure/host-expressions";
import { type AlertRule, panelOf, type Duration } from "monitoring-as-code";

/** From when on a busy CPU is worth a message; nobody is called for it. */
const cpuLimit: { readonly percent: number; readonly for: Duration } = {
  percent: 80,
  for: "5m",
};

const team = "infrastructure";
const dashboard = `/d/${monitoringStackDashboard.uid}`;
const diskUsage = panelOf(monitoringStackDashboard, "disk-usage");

/** Alerts on the hosts of the monitoring; those of the applications have their own, so that no host is told of twice. */
export const hostAlerts: readonly AlertRule[] = [
  {
    // Alertmanager has an alert of its own: one fault, one call.
    alert: "InstanceDown",
    expr: `up{${own}, job!="alertmanager"}`,
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
    panel: panelOf(monitoringStackDashboard, "instances"),
    noData: "Alerting",
  },
  {
    alert: "HighCPUUsage",
    expr: cpuPercent("5m", own),
    condition: { is: ">", value: cpuLimit.percent },
    for: cpuLimit.for,
    severity: "warning",
    team,
    summary: "High CPU usage on {{ $labels.instance }}",
    description:
      "CPU usage is {{ $value | humanize }}% on {{ $labels.instance }}",
    annotations: { dashboard },
    panel: panelOf(monitoringStackDashboard, "cpu-usage"),
  },
  {
    alert: "HighMemoryUsage",
    expr: memoryPercent(own),
    condition: { is: ">", value: 85 },
    for: "5m",
    severity: "warning",
    team,
    summary: "High memory usage on {{ $labels.instance }}",
    description:
      "Memory usage is {{ $value | humanize }}% on {{ $labels.instance }}",
    annotations: { dashboard },
    panel: panelOf(monitoringStackDashboard, "memory-usage"),
  },
  {
    alert: "DiskSpaceCritical",
    expr: diskPercent(own),
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
    expr: diskPercent(own),
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
    expr: diskBusy("5m", own),
    condition: { is: ">", value: 0.9 },
    for: "10m",
    severity: "warning",
    team,
    summary: "A disk of {{ $labels.instance }} is always busy",
    description:
      "{{ $labels.device }} on {{ $labels.instance }} is busy {{ $value | humanizePercentage }} of the time",
    annotations: { dashboard },
    panel: panelOf(monitoringStackDashboard, "disk-activity"),
  },
];
