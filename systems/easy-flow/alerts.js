"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.alertGroups = void 0;
const business_1 = require("../../dashboards/easy-flow/business");
const expressions_1 = require("../../dashboards/easy-flow/expressions");
const operational_1 = require("../../dashboards/easy-flow/operational");
const sql_1 = require("../../dashboards/easy-flow/sql");
const sla_1 = require("../../dashboards/easy-flow/sla");
const monitoring_as_code_1 = require("monitoring-as-code");
const data_sources_1 = require("./data-sources");
const team = "easy-flow";
const technical = { category: "technical" };
const business = { category: "business" };
/** Written down as a warning in one place and as critical in another; whoever owns the service has not decided. */
const slowResponseSeverity = "warning";
const technicalAlerts = [
  {
    alert: "HighErrorRate",
    expr: (0, expressions_1.errorShare)(expressions_1.services, "5m"),
    condition: { is: ">", value: 0.05 },
    for: "2m",
    severity: "critical",
    team,
    labels: technical,
    summary: "High error rate detected",
    description:
      "{{ $value | humanizePercentage }} of the requests of service {{ $labels.service }} fail (limit 5%)",
    panel: (0, monitoring_as_code_1.panelOf)(
      operational_1.operationalDashboard,
      "error-share",
    ),
  },
  {
    alert: "SlowResponseTime",
    expr: (0, expressions_1.slowShare)(expressions_1.services, "5m"),
    condition: { is: ">", value: 0.05 },
    for: "5m",
    severity: slowResponseSeverity,
    team,
    labels: technical,
    summary: "Slow response time",
    description:
      "{{ $value | humanizePercentage }} of the requests take longer than 10s (p95 above 10s)",
    panel: (0, monitoring_as_code_1.panelOf)(
      operational_1.operationalDashboard,
      "slow-share",
    ),
  },
  {
    // Healthy probes leave nothing, so "no data" must stay OK; probes that are gone are told by absent().
    alert: "EasyFlowApiDown",
    expr: `probe_success{${expressions_1.health}} == 0 or absent(probe_success{${expressions_1.health}})`,
    for: "1m",
    severity: "critical",
    team,
    labels: technical,
    summary: "API unavailable",
    description:
      "{{ if $labels.instance }}{{ $labels.instance }}{{ else }}Every health check{{ end }} has been unavailable for more than 1 minute",
    panel: (0, monitoring_as_code_1.panelOf)(
      operational_1.operationalDashboard,
      "api-status",
    ),
  },
  {
    alert: "EasyFlowDiskUsageHigh",
    expr: expressions_1.diskPercent,
    condition: { is: ">", value: 85 },
    for: "5m",
    severity: "critical",
    team,
    labels: technical,
    summary: "Disk usage above 85%",
    description:
      '{{ $labels.instance }} {{ $labels.mountpoint }} is {{ printf "%.1f" $value }}% full',
    panel: (0, monitoring_as_code_1.panelOf)(
      operational_1.operationalDashboard,
      "disk",
    ),
  },
  {
    alert: "EasyFlowMemoryHigh",
    expr: expressions_1.memoryPercent,
    condition: { is: ">", value: 90 },
    for: "5m",
    severity: "critical",
    team,
    labels: technical,
    summary: "Memory usage above 90%",
    description:
      '{{ $labels.instance }} uses {{ printf "%.1f" $value }}% of its memory',
    panel: (0, monitoring_as_code_1.panelOf)(
      operational_1.operationalDashboard,
      "ram",
    ),
  },
  {
    alert: "EasyFlowSlaResponseTime",
    expr: `job:response_time_seconds:avg_rate5m{${expressions_1.services}}`,
    condition: { is: ">", value: 2 },
    for: "15m",
    severity: "warning",
    team,
    labels: technical,
    summary: "Answers take longer on average than customers were promised",
    description:
      'The average response time is {{ printf "%.1f" $value }}s (promised 2.0s)',
    panel: (0, monitoring_as_code_1.panelOf)(
      sla_1.slaDashboard,
      "average-response-time-now",
    ),
  },
];
const escalations = `sum(increase(easy_flow_escalations_total{${expressions_1.services}}[1d]))`;
const businessAlerts = [
  {
    // The mean of a whole day does not flutter: there is nothing to wait for.
    alert: "EasyFlowSatisfactionLow",
    datasource: { kind: "postgres", uid: data_sources_1.analytics.uid },
    expr: sql_1.satisfactionForAlert,
    condition: { is: "<", value: 4 },
    for: "0s",
    severity: "warning",
    team,
    labels: business,
    summary: "Customer satisfaction below 4.0/5.0",
    description:
      'Average score of the last 24h is {{ printf "%.2f" $value }} (limit 4.0, at least 20 ratings)',
    panel: (0, monitoring_as_code_1.panelOf)(
      business_1.businessDashboard,
      "csat",
    ),
    lookback: "1d",
  },
  {
    // "Usual" is the daily mean of the week before; below ten a day any one more would be growth.
    alert: "EasyFlowEscalationsGrowing",
    expr: `${escalations} > 1.2 * sum(increase(easy_flow_escalations_total{${expressions_1.services}}[7d] offset 1d)) / 7 and ${escalations} > 10`,
    for: "15m",
    severity: "warning",
    team,
    labels: business,
    summary: "Escalations more than 20% above usual",
    description:
      '{{ printf "%.0f" $value }} dialogues escalated to operators in 24h',
    panel: (0, monitoring_as_code_1.panelOf)(
      business_1.businessDashboard,
      "escalations",
    ),
    lookback: "8d",
  },
  {
    // One review is what is meant, and it leaves the window after 15 minutes: waiting would only delay it.
    alert: "EasyFlowNegativeReviews",
    expr: (0, expressions_1.negativeReviews)(expressions_1.services),
    condition: { is: ">", value: 0 },
    for: "0s",
    severity: "warning",
    team,
    labels: business,
    summary: "Critical review with negative keywords",
    description:
      '{{ printf "%.0f" $value }} negative reviews on {{ $labels.platform }} in 15 minutes',
    panel: (0, monitoring_as_code_1.panelOf)(
      business_1.businessDashboard,
      "negative-reviews",
    ),
  },
];
exports.alertGroups = [
  { name: "easy-flow", interval: "30s", alerts: technicalAlerts },
  { name: "easy-flow-business", interval: "5m", alerts: businessAlerts },
];
//# sourceMappingURL=alerts.js.map
