import { targetDown } from "monitoring-as-code/exporters/alerts";
import {
  droppedLines,
  lostSpans,
} from "../../dashboards/logging-and-tracing/expressions";
import { logAnalysisDashboard } from "../../dashboards/logging-and-tracing/log-analysis";
import {
  allErrors,
  containerErrors,
  containers,
} from "../../dashboards/logging-and-tracing/log-streams";
import { pipelineDashboard } from "../../dashboards/logging-and-tracing/pipeline";
import { type AlertGroup, type AlertRule, panelOf } from "monitoring-as-code";

/** Where the lines behind an alert on logs are read. */
const annotations = { dashboard: "/d/logs" };

/** What the lines themselves say; their queries are LogQL and select by stream labels, which agents set. */
const logAlerts: readonly AlertRule[] = [
  {
    alert: "LogHighErrorRate",
    datasource: "loki",
    expr: containerErrors,
    condition: { is: ">", value: 1 },
    for: "5m",
    severity: "warning",
    team: "backend",
    summary: "High error rate in {{ $labels.container }}: its users get errors",
    description:
      "Error rate: {{ $value | humanize }} errors/sec in {{ $labels.container }}; 1 is the limit",
    annotations,
    panel: panelOf(logAnalysisDashboard, "container-errors"),
  },
  {
    alert: "LogHighErrorRateTotal",
    datasource: "loki",
    expr: allErrors,
    condition: { is: ">", value: 10 },
    for: "5m",
    severity: "warning",
    team: "backend",
    summary: "High error rate detected: several services fail at once",
    description:
      "Error rate is {{ $value | humanize }} errors/sec in all containers; 10 is the limit",
    annotations,
    panel: panelOf(logAnalysisDashboard, "all-errors"),
  },
  {
    alert: "LogServiceSilent",
    datasource: "loki",
    // LogQL has no absent(); this one keeps the labels of the equality matchers.
    expr: `absent_over_time({${containers}, container="api"}[5m])`,
    for: "2m",
    severity: "critical",
    team: "backend",
    summary: "No logs from {{ $labels.container }}: it may not serve anybody",
    description:
      "Service {{ $labels.container }} has written no log line for 5 minutes (1 means absent, got {{ $value | humanize }})",
    annotations,
  },
];

/** Whether logs and traces arrive: what is lost here is missing when somebody needs it. */
const pipelineAlerts: readonly AlertRule[] = [
  targetDown({
    alert: "TargetDown",
    severity: "warning",
    team: "platform",
    summary:
      "Part of the logging and tracing stack does not answer: logs or traces may be missing",
    description:
      "{{ $labels.instance }} of {{ $labels.job }} has not been scraped for 2 minutes (up is {{ $value | humanize }})",
    panel: panelOf(pipelineDashboard, "targets"),
  }),
  {
    alert: "LogLinesDropped",
    expr: droppedLines("5m"),
    condition: { is: ">", value: 0 },
    for: "5m",
    severity: "warning",
    team: "platform",
    summary: "Log lines are lost: searches in the logs miss some",
    description:
      "The agent {{ $labels.instance }} drops {{ $value | humanize }} lines/sec, reason {{ $labels.reason }}",
    panel: panelOf(pipelineDashboard, "lines-dropped"),
  },
  {
    alert: "SpansLost",
    expr: lostSpans("5m"),
    condition: { is: ">", value: 0 },
    for: "5m",
    severity: "warning",
    team: "platform",
    summary: "Spans are lost: traces have gaps",
    description:
      "The collector {{ $labels.instance }} loses {{ $value | humanize }} spans/sec",
    panel: panelOf(pipelineDashboard, "spans-lost"),
  },
];

export const alertGroups: readonly AlertGroup[] = [
  { name: "logs", interval: "1m", alerts: logAlerts },
  { name: "log-and-trace-pipeline", interval: "1m", alerts: pipelineAlerts },
];
