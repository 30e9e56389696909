"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.alertGroups = void 0;
const business_1 = require("../../dashboards/ecommerce/business");
const expressions_1 = require("../../dashboards/ecommerce/expressions");
const overview_1 = require("../../dashboards/ecommerce/overview");
const service_mesh_1 = require("../../dashboards/ecommerce/service-mesh");
const monitoring_as_code_1 = require("monitoring-as-code");
const recordings_1 = require("./recordings");
const slos_1 = require("./slos");
const applicationAlerts = [
  {
    alert: "HighErrorRate",
    expr: (0, expressions_1.errorRatio)("5m"),
    condition: { is: ">", value: 0.05 },
    for: "2m",
    severity: "critical",
    team: "backend",
    summary: "High error rate on {{ $labels.service }}: customers get errors",
    description:
      "{{ $value | humanizePercentage }} of the requests to {{ $labels.service }} end in a server error; 5% is the limit",
    panel: (0, monitoring_as_code_1.panelOf)(
      overview_1.overviewDashboard,
      "error-rate",
    ),
  },
  {
    alert: "HighLatency",
    expr: (0, expressions_1.p95Latency)("5m"),
    condition: { is: ">", value: 1 },
    for: "5m",
    severity: "warning",
    team: "backend",
    summary: "High latency on {{ $labels.service }}: customers wait",
    description:
      "P95 latency is {{ $value | humanizeDuration }} on {{ $labels.service }}; 1s is the limit",
    panel: (0, monitoring_as_code_1.panelOf)(
      overview_1.overviewDashboard,
      "p95-latency",
    ),
  },
  {
    alert: "LowThroughput",
    expr: (0, expressions_1.requestRate)("5m"),
    condition: { is: "<", value: 1 },
    for: "10m",
    severity: "warning",
    team: "backend",
    summary:
      "Low throughput on {{ $labels.service }}: customers may not get through",
    description:
      "{{ $labels.service }} gets {{ $value | humanize }} requests per second; at least 1 is usual",
    panel: (0, monitoring_as_code_1.panelOf)(
      overview_1.overviewDashboard,
      "request-rate",
    ),
  },
  {
    alert: "PaymentFailureSpike",
    expr: (0, expressions_1.paymentRatio)("failed", "5m"),
    condition: { is: ">", value: 0.1 },
    for: "3m",
    severity: "critical",
    team: "payments",
    summary: "High payment failure rate: customers cannot pay",
    description:
      "{{ $value | humanizePercentage }} of all payments fail; 10% is the limit",
    panel: (0, monitoring_as_code_1.panelOf)(
      business_1.businessDashboard,
      "payment-failure-rate",
    ),
  },
  {
    alert: "InventoryLow",
    expr: expressions_1.inventoryLevel,
    condition: { is: "<", value: expressions_1.lowStock },
    for: "5m",
    severity: "warning",
    team: "inventory",
    summary:
      "Low inventory for {{ $labels.product }}: customers will soon find it sold out",
    description: `Only {{ $value | humanize }} units of {{ $labels.product }} remain; ${expressions_1.lowStock} is the limit`,
    panel: (0, monitoring_as_code_1.panelOf)(
      business_1.businessDashboard,
      "inventory-by-product",
    ),
  },
];
const infrastructureAlerts = [
  {
    alert: "ServiceDown",
    expr: "up",
    condition: { is: "==", value: 0 },
    for: "1m",
    severity: "critical",
    team: "sre",
    summary:
      "Service {{ $labels.job }} is down: what it does for customers fails",
    description:
      "{{ $labels.instance }} has been down for more than 1 minute (up is {{ $value | humanize }})",
    panel: (0, monitoring_as_code_1.panelOf)(
      service_mesh_1.serviceMeshDashboard,
      "targets",
    ),
  },
  {
    alert: "HighCPU",
    expr: (0, expressions_1.cpuPercent)("5m"),
    condition: { is: ">", value: 80 },
    for: "5m",
    severity: "warning",
    team: "infrastructure",
    summary: "High CPU on {{ $labels.instance }}: customers may wait",
    description: 'CPU usage is {{ $value | printf "%.1f" }}%; 80% is the limit',
    panel: (0, monitoring_as_code_1.panelOf)(
      service_mesh_1.serviceMeshDashboard,
      "cpu",
    ),
  },
  {
    alert: "HighMemory",
    expr: expressions_1.memoryPercent,
    condition: { is: ">", value: 85 },
    for: "5m",
    severity: "warning",
    team: "infrastructure",
    summary: "High memory on {{ $labels.instance }}: services may be killed",
    description:
      'Memory usage is {{ $value | printf "%.1f" }}%; 85% is the limit',
    panel: (0, monitoring_as_code_1.panelOf)(
      service_mesh_1.serviceMeshDashboard,
      "memory",
    ),
  },
  {
    alert: "DatabaseConnectionPoolHigh",
    expr: expressions_1.databaseConnections,
    condition: { is: ">", value: 0.8 },
    for: "5m",
    severity: "warning",
    team: "database",
    summary:
      "Database connection pool near limit: payments and orders will soon fail",
    description:
      "{{ $labels.instance }} uses {{ $value | humanizePercentage }} of its connections; 80% is the limit",
    panel: (0, monitoring_as_code_1.panelOf)(
      service_mesh_1.serviceMeshDashboard,
      "database-connections",
    ),
  },
  {
    alert: "RedisMemoryHigh",
    expr: expressions_1.redisMemory,
    condition: { is: ">", value: 0.9 },
    for: "5m",
    severity: "warning",
    team: "cache",
    summary: "Redis memory usage high: product lists will get slower",
    description:
      "{{ $labels.instance }} uses {{ $value | humanizePercentage }} of its memory; 90% is the limit",
    panel: (0, monitoring_as_code_1.panelOf)(
      service_mesh_1.serviceMeshDashboard,
      "redis-memory",
    ),
  },
];
/** The burn alerts ErrorBudgetBurnRateFast and ErrorBudgetBurnRateSlow come with the SLO `api-availability`. */
const sloAlerts = [
  {
    alert: "SLOViolation",
    expr: "slo:api_gateway:availability:ratio_rate30d",
    condition: { is: "<", value: recordings_1.gatewayObjective },
    for: "5m",
    severity: "critical",
    team: slos_1.apiAvailability.team,
    labels: {
      slo: slos_1.apiAvailability.id,
      service: slos_1.apiAvailability.service,
    },
    summary:
      "API Gateway SLO violated: customers got more errors in 30 days than promised",
    description:
      "30-day availability is {{ $value | humanizePercentage }}; 99.9% is promised",
    lookback: "30d",
  },
];
exports.alertGroups = [
  { name: "application_alerts", interval: "30s", alerts: applicationAlerts },
  {
    name: "infrastructure_alerts",
    interval: "30s",
    alerts: infrastructureAlerts,
  },
  { name: "slo_alerts", interval: "30s", alerts: sloAlerts },
];
//# sourceMappingURL=alerts.js.map
