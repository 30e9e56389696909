import { targetDown } from "monitoring-as-code/exporters/alerts";
import { businessDashboard } from "../../dashboards/ecommerce/business";
import {
  cpuPercent,
  databaseConnections,
  errorRatio,
  inventoryLevel,
  lowStock,
  memoryPercent,
  p95Latency,
  paymentRatio,
  redisMemory,
  requestRate,
} from "../../dashboards/ecommerce/expressions";
import { overviewDashboard } from "../../dashboards/ecommerce/overview";
import { serviceMeshDashboard } from "../../dashboards/ecommerce/service-mesh";
import { type AlertGroup, type AlertRule, panelOf } from "monitoring-as-code";
import { gatewayObjective } from "./recordings";
import { apiAvailability } from "./slos";

const applicationAlerts: readonly AlertRule[] = [
  {
    alert: "HighErrorRate",
    expr: errorRatio("5m"),
    condition: { is: ">", value: 0.05 },
    for: "2m",
    severity: "critical",
    team: "backend",
    summary: "High error rate on {{ $labels.service }}: customers get errors",
    description:
      "{{ $value | humanizePercentage }} of the requests to {{ $labels.service }} end in a server error; 5% is the limit",
    panel: panelOf(overviewDashboard, "error-rate"),
  },
  {
    alert: "HighLatency",
    expr: p95Latency("5m"),
    condition: { is: ">", value: 1 },
    for: "5m",
    severity: "warning",
    team: "backend",
    summary: "High latency on {{ $labels.service }}: customers wait",
    description:
      "P95 latency is {{ $value | humanizeDuration }} on {{ $labels.service }}; 1s is the limit",
    panel: panelOf(overviewDashboard, "p95-latency"),
  },
  {
    alert: "LowThroughput",
    expr: requestRate("5m"),
    condition: { is: "<", value: 1 },
    for: "10m",
    severity: "warning",
    team: "backend",
    summary:
      "Low throughput on {{ $labels.service }}: customers may not get through",
    description:
      "{{ $labels.service }} gets {{ $value | humanize }} requests per second; at least 1 is usual",
    panel: panelOf(overviewDashboard, "request-rate"),
  },
  {
    alert: "PaymentFailureSpike",
    expr: paymentRatio("failed", "5m"),
    condition: { is: ">", value: 0.1 },
    for: "3m",
    severity: "critical",
    team: "payments",
    summary: "High payment failure rate: customers cannot pay",
    description:
      "{{ $value | humanizePercentage }} of all payments fail; 10% is the limit",
    panel: panelOf(businessDashboard, "payment-failure-rate"),
  },
  {
    alert: "InventoryLow",
    expr: inventoryLevel,
    condition: { is: "<", value: lowStock },
    for: "5m",
    severity: "warning",
    team: "inventory",
    summary:
      "Low inventory for {{ $labels.product }}: customers will soon find it sold out",
    description: `Only {{ $value | humanize }} units of {{ $labels.product }} remain; ${lowStock} is the limit`,
    panel: panelOf(businessDashboard, "inventory-by-product"),
  },
];

const infrastructureAlerts: readonly AlertRule[] = [
  targetDown({
    alert: "ServiceDown",
    for: "1m",
    team: "sre",
    summary:
      "Service {{ $labels.job }} is down: what it does for customers fails",
    description:
      "{{ $labels.instance }} has been down for more than 1 minute (up is {{ $value | humanize }})",
    panel: panelOf(serviceMeshDashboard, "targets"),
  }),
  {
    alert: "HighCPU",
    expr: cpuPercent("5m"),
    condition: { is: ">", value: 80 },
    for: "5m",
    severity: "warning",
    team: "infrastructure",
    summary: "High CPU on {{ $labels.instance }}: customers may wait",
    description: 'CPU usage is {{ $value | printf "%.1f" }}%; 80% is the limit',
    panel: panelOf(serviceMeshDashboard, "cpu"),
  },
  {
    alert: "HighMemory",
    expr: memoryPercent,
    condition: { is: ">", value: 85 },
    for: "5m",
    severity: "warning",
    team: "infrastructure",
    summary: "High memory on {{ $labels.instance }}: services may be killed",
    description:
      'Memory usage is {{ $value | printf "%.1f" }}%; 85% is the limit',
    panel: panelOf(serviceMeshDashboard, "memory"),
  },
  {
    alert: "DatabaseConnectionPoolHigh",
    expr: databaseConnections,
    condition: { is: ">", value: 0.8 },
    for: "5m",
    severity: "warning",
    team: "database",
    summary:
      "Database connection pool near limit: payments and orders will soon fail",
    description:
      "{{ $labels.server }} uses {{ $value | humanizePercentage }} of its connections; 80% is the limit",
    panel: panelOf(serviceMeshDashboard, "database-connections"),
  },
  {
    alert: "RedisMemoryHigh",
    expr: redisMemory,
    condition: { is: ">", value: 0.9 },
    for: "5m",
    severity: "warning",
    team: "cache",
    summary: "Redis memory usage high: product lists will get slower",
    description:
      "{{ $labels.instance }} uses {{ $value | humanizePercentage }} of its memory; 90% is the limit",
    panel: panelOf(serviceMeshDashboard, "redis-memory"),
  },
];

/** The burn alerts ErrorBudgetBurnRateFast and ErrorBudgetBurnRateSlow come with the SLO `api-availability`. */
const sloAlerts: readonly AlertRule[] = [
  {
    alert: "SLOViolation",
    expr: "slo:api_gateway:availability:ratio_rate30d",
    condition: { is: "<", value: gatewayObjective },
    for: "5m",
    severity: "critical",
    team: apiAvailability.team,
    labels: { slo: apiAvailability.id, service: apiAvailability.service },
    summary:
      "API Gateway SLO violated: customers got more errors in 30 days than promised",
    description:
      "30-day availability is {{ $value | humanizePercentage }}; 99.9% is promised",
    lookback: "30d",
  },
];

export const alertGroups: readonly AlertGroup[] = [
  { name: "application_alerts", interval: "30s", alerts: applicationAlerts },
  {
    name: "infrastructure_alerts",
    interval: "30s",
    alerts: infrastructureAlerts,
  },
  { name: "slo_alerts", interval: "30s", alerts: sloAlerts },
];
