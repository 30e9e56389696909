import { targetDown } from "monitoring-as-code/exporters/alerts";
import {
  dataQuality,
  durationP95,
  hitRatio,
  residentMemory,
} from "../../dashboards/monito/expressions";
import { pipelineDashboard } from "../../dashboards/monito/pipeline";
import {
  type AlertGroup,
  type AlertRule,
  panelOf,
  type Suppression,
} from "monitoring-as-code";

const team = "data-pipeline";
const labels = { service: "monito" };

const nobodyOnCall: Suppression = {
  check: "routing/page-without-pager",
  reason:
    "nobody is on call for Monito: its alerts go where all go, until it has receivers of its own",
  until: "2027-06-30",
};

/** First guesses, to be set anew when there is a baseline: nobody has promised anything yet. */
const limits = {
  errorRatio: 0.05,
  p95Seconds: 1,
  dataQuality: 0.8,
  memoryBytes: 1024 ** 3,
  hitRatio: 0.5,
} as const;

const alerts: readonly AlertRule[] = [
  targetDown({
    alert: "MonitoTargetDown",
    selector: 'job="monito"',
    team,
    labels,
    summary: "Monito metrics endpoint is down",
    description: "{{ $labels.instance }} cannot be scraped",
    suppress: [nobodyOnCall],
  }),
  {
    alert: "MonitoMetricsAbsent",
    expr: "absent(monito_operations_total)",
    for: "15m",
    severity: "warning",
    team,
    labels,
    summary: "No Monito operations are reported",
    description: "The collector is not initialised or the pipeline is idle",
    panel: panelOf(pipelineDashboard, "operations"),
  },
  {
    alert: "MonitoHighErrorRatio",
    expr: "component:monito_operations_errors:ratio_rate5m",
    condition: { is: ">", value: limits.errorRatio },
    for: "5m",
    severity: "critical",
    team,
    labels,
    summary: "Many operations fail",
    description:
      "{{ $labels.component }} fails {{ $value | humanizePercentage }} of its operations",
    panel: panelOf(pipelineDashboard, "error-ratio"),
    suppress: [nobodyOnCall],
  },
  {
    alert: "MonitoSlowOperations",
    expr: durationP95("component, operation_type", "", "10m"),
    condition: { is: ">", value: limits.p95Seconds },
    for: "10m",
    severity: "warning",
    team,
    labels,
    summary: "Operations are slow",
    description:
      "P95 of {{ $labels.operation_type }} is {{ $value | humanizeDuration }}",
    panel: panelOf(pipelineDashboard, "duration-p95"),
  },
  {
    alert: "MonitoLowDataQuality",
    expr: dataQuality(""),
    condition: { is: "<", value: limits.dataQuality },
    for: "10m",
    severity: "warning",
    team,
    labels,
    summary: "Data quality is low",
    description:
      'Score of {{ $labels.component }} is {{ printf "%.2f" $value }}',
    panel: panelOf(pipelineDashboard, "data-quality"),
  },
  {
    alert: "MonitoHighMemory",
    expr: residentMemory,
    condition: { is: ">", value: limits.memoryBytes },
    for: "10m",
    severity: "warning",
    team,
    labels,
    summary: "The process uses much memory",
    description: "{{ $labels.instance }} uses {{ $value | humanize1024 }}B",
    panel: panelOf(pipelineDashboard, "process-memory"),
  },
  {
    alert: "MonitoLowCacheHitRatio",
    expr: hitRatio("", "30m"),
    condition: { is: "<", value: limits.hitRatio },
    for: "30m",
    severity: "info",
    team,
    labels,
    summary: "The cache is rarely hit",
    description: "Hit ratio is {{ $value | humanizePercentage }}",
    panel: panelOf(pipelineDashboard, "cache-hit-ratio"),
  },
];

export const alertGroups: readonly AlertGroup[] = [
  { name: "monito", interval: "30s", alerts },
];
