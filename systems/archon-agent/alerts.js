"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.alertGroups = void 0;
const expressions_1 = require("../../dashboards/archon-agent/expressions");
const overview_1 = require("../../dashboards/archon-agent/overview");
const monitoring_as_code_1 = require("monitoring-as-code");
const slos_1 = require("./slos");
const team = "archon";
/** The receiver knows a severity between warning and critical; it is told that one. */
const sourceSeverity = { source_severity: "error" };
const requestAlerts = [
  {
    alert: "ArchonHighErrorRate",
    expr: `sum(rate(agent_requests_total{${expressions_1.agent},status="error"}[5m])) / sum(rate(agent_requests_total{${expressions_1.agent}}[5m]))`,
    condition: { is: ">", value: 0.05 },
    for: "5m",
    // Urgent failures page by their burn rate, long before 5 % have lasted for five minutes.
    severity: "warning",
    team,
    labels: sourceSeverity,
    summary: "High Error Rate Detected: users of the agent get errors",
    description:
      "Error rate is {{ $value | humanizePercentage }}; 5% is the limit",
    annotations: { error_rate: "{{ $value | humanizePercentage }}" },
    panel: (0, monitoring_as_code_1.panelOf)(
      overview_1.overviewDashboard,
      "error-ratio",
    ),
  },
  {
    alert: "ArchonHighLatency",
    expr: (0, expressions_1.latency)(0.95, "5m", "", expressions_1.agent),
    condition: { is: ">", value: 2 },
    for: "5m",
    severity: "warning",
    team,
    summary: "High Latency Detected: users of the agent wait",
    description: 'P95 latency is {{ printf "%.2f" $value }}s; 2s is the limit',
    annotations: { p95_latency: '{{ printf "%.2f" $value }}s' },
    panel: (0, monitoring_as_code_1.panelOf)(
      overview_1.overviewDashboard,
      "latency-percentiles",
    ),
  },
];
const saturationAlerts = [
  {
    alert: "ArchonQueueBacklog",
    expr: expressions_1.queueBacklog,
    condition: { is: ">", value: 10_000 },
    for: "5m",
    severity: "warning",
    team,
    summary: "Queue Backlog: answers of the agent come late",
    description: 'Queue size is {{ printf "%.0f" $value }}; 10000 is the limit',
    annotations: { queue_size: '{{ printf "%.0f" $value }}' },
    panel: (0, monitoring_as_code_1.panelOf)(
      overview_1.overviewDashboard,
      "queue-backlog",
    ),
  },
  {
    alert: "ArchonDeadLetterQueue",
    expr: expressions_1.deadLetters,
    condition: { is: ">=", value: 100 },
    for: "5m",
    severity: "warning",
    team,
    summary: "Dead letter queue is filling: some questions are never answered",
    description:
      '{{ printf "%.0f" $value }} messages in the dead letter queue; 100 is the limit',
    panel: (0, monitoring_as_code_1.panelOf)(
      overview_1.overviewDashboard,
      "dead-letters",
    ),
  },
  {
    alert: "ArchonDatabasePoolExhausted",
    expr: `max by (instance) (agent_db_pool_connections_in_use{${expressions_1.agent}}) >= max by (instance) (agent_db_pool_connections_max{${expressions_1.agent}})`,
    for: "5m",
    severity: "critical",
    team,
    summary:
      "Database connection pool exhausted: requests to {{ $labels.instance }} wait for a connection",
    description:
      'All {{ printf "%.0f" $value }} connections in use for 5+ minutes. Consider scaling up or investigating slow queries.',
    annotations: { active_connections: '{{ printf "%.0f" $value }}' },
    panel: (0, monitoring_as_code_1.panelOf)(
      overview_1.overviewDashboard,
      "database-pool",
    ),
  },
];
/** Breaches of the whole period; what breaks the promises now is told by the burn alerts, which come with the SLOs. */
const sloAlerts = [
  {
    alert: "ArchonSLOBreachAvailability",
    expr: `100 * (1 - job:agent_requests_errors:ratio_rate30d{${expressions_1.agent}})`,
    condition: { is: "<", value: 99.9 },
    for: "5m",
    severity: "critical",
    team,
    labels: { slo: slos_1.availability.id },
    summary:
      "SLO Breach: Availability, users got more errors in 30 days than promised",
    // Three decimals: 99.896 must not read as 99.90.
    description: 'Current: {{ printf "%.3f" $value }}%, Target: 99.9%',
    lookback: "30d",
  },
  {
    alert: "ArchonSLOBreachLatency",
    expr: `100 * (1 - job:agent_requests_slow:ratio_rate30d{${expressions_1.agent}})`,
    condition: { is: "<", value: 95 },
    for: "5m",
    severity: "warning",
    team,
    labels: { slo: slos_1.latency.id },
    summary:
      "SLO Breach: Latency, users waited more often in 30 days than promised",
    description:
      'Current: {{ printf "%.2f" $value }}% of requests under 100 ms, Target: 95%',
    lookback: "30d",
  },
];
const health = (critical) =>
  `min by (check) (agent_health_check_status{${expressions_1.agent},critical="${critical}"})`;
const healthAlerts = [
  {
    alert: "ArchonUnhealthy",
    expr: health(true),
    condition: { is: "==", value: 0 },
    for: "2m",
    severity: "critical",
    team,
    summary:
      "Critical health check {{ $labels.check }} fails: the agent cannot answer",
    description:
      'Check {{ $labels.check }} is unhealthy (status {{ printf "%.0f" $value }}); the agent reports overall status unhealthy',
    panel: (0, monitoring_as_code_1.panelOf)(
      overview_1.overviewDashboard,
      "health-checks",
    ),
  },
  {
    alert: "ArchonDegraded",
    expr: health(false),
    condition: { is: "==", value: 0 },
    for: "5m",
    severity: "warning",
    team,
    summary:
      "Non-critical health check {{ $labels.check }} fails: the agent answers worse or later",
    description:
      'Check {{ $labels.check }} is unhealthy (status {{ printf "%.0f" $value }}); the agent reports overall status degraded',
    panel: (0, monitoring_as_code_1.panelOf)(
      overview_1.overviewDashboard,
      "health-checks",
    ),
  },
  {
    alert: "ArchonTargetDown",
    // A target that is gone from the scrape configuration has no `up` at all: that counts as down.
    expr: `up{${expressions_1.agent}} == 0 or absent(up{${expressions_1.agent}})`,
    for: "2m",
    severity: "critical",
    team,
    summary: "Archon agent is not scraped: it may not answer anybody",
    description:
      "No metrics from {{ $labels.job }}{{ if $labels.instance }} on {{ $labels.instance }}{{ end }}; the other alerts of this system are blind",
    panel: (0, monitoring_as_code_1.panelOf)(
      overview_1.overviewDashboard,
      "instances-up",
    ),
  },
];
exports.alertGroups = [
  {
    name: "archon-agent",
    interval: "1m",
    alerts: [
      ...requestAlerts,
      ...saturationAlerts,
      ...sloAlerts,
      ...healthAlerts,
    ],
  },
];
//# sourceMappingURL=alerts.js.map
