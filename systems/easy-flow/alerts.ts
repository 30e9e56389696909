import { businessDashboard } from "../../dashboards/easy-flow/business";
import {
  diskPercent,
  errorShare,
  health,
  memoryPercent,
  negativeReviews,
  services,
  slowShare,
} from "../../dashboards/easy-flow/expressions";
import { operationalDashboard } from "../../dashboards/easy-flow/operational";
import { satisfactionForAlert } from "../../dashboards/easy-flow/sql";
import { slaDashboard } from "../../dashboards/easy-flow/sla";
import {
  type AlertGroup,
  type AlertRule,
  panelOf,
  type Severity,
} from "monitoring-as-code";
import { analytics } from "./data-sources";

const team = "easy-flow";
const technical = { category: "technical" };
const business = { category: "business" };

/** Written down as a warning in one place and as critical in another; whoever owns the service has not decided. */
const slowResponseSeverity: Severity = "warning";

const technicalAlerts: readonly AlertRule[] = [
  {
    alert: "HighErrorRate",
    expr: errorShare(services, "5m"),
    condition: { is: ">", value: 0.05 },
    for: "2m",
    severity: "critical",
    team,
    labels: technical,
    summary: "High error rate detected",
    description:
      "{{ $value | humanizePercentage }} of the requests of service {{ $labels.service }} fail (limit 5%)",
    panel: panelOf(operationalDashboard, "error-share"),
  },
  {
    alert: "SlowResponseTime",
    expr: slowShare(services, "5m"),
    condition: { is: ">", value: 0.05 },
    for: "5m",
    severity: slowResponseSeverity,
    team,
    labels: technical,
    summary: "Slow response time",
    description:
      "{{ $value | humanizePercentage }} of the requests take longer than 10s (p95 above 10s)",
    panel: panelOf(operationalDashboard, "slow-share"),
  },
  {
    // Healthy probes leave nothing, so "no data" must stay OK; probes that are gone are told by absent().
    alert: "EasyFlowApiDown",
    expr: `probe_success{${health}} == 0 or absent(probe_success{${health}})`,
    for: "1m",
    severity: "critical",
    team,
    labels: technical,
    summary: "API unavailable",
    description:
      "{{ if $labels.instance }}{{ $labels.instance }}{{ else }}Every health check{{ end }} has been unavailable for more than 1 minute",
    panel: panelOf(operationalDashboard, "api-status"),
  },
  {
    alert: "EasyFlowDiskUsageHigh",
    expr: diskPercent,
    condition: { is: ">", value: 85 },
    for: "5m",
    severity: "critical",
    team,
    labels: technical,
    summary: "Disk usage above 85%",
    description:
      '{{ $labels.instance }} {{ $labels.mountpoint }} is {{ printf "%.1f" $value }}% full',
    panel: panelOf(operationalDashboard, "disk"),
  },
  {
    alert: "EasyFlowMemoryHigh",
    expr: memoryPercent,
    condition: { is: ">", value: 90 },
    for: "5m",
    severity: "critical",
    team,
    labels: technical,
    summary: "Memory usage above 90%",
    description:
      '{{ $labels.instance }} uses {{ printf "%.1f" $value }}% of its memory',
    panel: panelOf(operationalDashboard, "ram"),
  },
  {
    alert: "EasyFlowSlaResponseTime",
    expr: `job:response_time_seconds:avg_rate5m{${services}}`,
    condition: { is: ">", value: 2 },
    for: "15m",
    severity: "warning",
    team,
    labels: technical,
    summary: "Answers take longer on average than customers were promised",
    description:
      'The average response time is {{ printf "%.1f" $value }}s (promised 2.0s)',
    panel: panelOf(slaDashboard, "average-response-time-now"),
  },
];

const escalations = `sum(increase(easy_flow_escalations_total{${services}}[1d]))`;

const businessAlerts: readonly AlertRule[] = [
  {
    // The mean of a whole day does not flutter: there is nothing to wait for.
    alert: "EasyFlowSatisfactionLow",
    datasource: { kind: "postgres", uid: analytics.uid },
    expr: satisfactionForAlert,
    condition: { is: "<", value: 4 },
    for: "0s",
    severity: "warning",
    team,
    labels: business,
    summary: "Customer satisfaction below 4.0/5.0",
    description:
      'Average score of the last 24h is {{ printf "%.2f" $value }} (limit 4.0, at least 20 ratings)',
    panel: panelOf(businessDashboard, "csat"),
    lookback: "1d",
  },
  {
    // "Usual" is the daily mean of the week before; below ten a day any one more would be growth.
    alert: "EasyFlowEscalationsGrowing",
    expr: `${escalations} > 1.2 * sum(increase(easy_flow_escalations_total{${services}}[7d] offset 1d)) / 7 and ${escalations} > 10`,
    for: "15m",
    severity: "warning",
    team,
    labels: business,
    summary: "Escalations more than 20% above usual",
    description:
      '{{ printf "%.0f" $value }} dialogues escalated to operators in 24h',
    panel: panelOf(businessDashboard, "escalations"),
    lookback: "8d",
  },
  {
    // One review is what is meant, and it leaves the window after 15 minutes: waiting would only delay it.
    alert: "EasyFlowNegativeReviews",
    expr: negativeReviews(services),
    condition: { is: ">", value: 0 },
    for: "0s",
    severity: "warning",
    team,
    labels: business,
    summary: "Critical review with negative keywords",
    description:
      '{{ printf "%.0f" $value }} negative reviews on {{ $labels.platform }} in 15 minutes',
    panel: panelOf(businessDashboard, "negative-reviews"),
  },
];

export const alertGroups: readonly AlertGroup[] = [
  { name: "easy-flow", interval: "30s", alerts: technicalAlerts },
  { name: "easy-flow-business", interval: "5m", alerts: businessAlerts },
];
