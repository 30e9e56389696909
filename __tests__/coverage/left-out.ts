/** What a specification names and the product leaves out, or builds under another name, each with the reason. */
export interface LeftOut {
  /** File of the specification, without ending. */
  readonly file: string;
  readonly kind:
    "dashboard" | "panel" | "alert" | "record" | "receiver" | "slo";
  readonly name: string;
  readonly reason: string;
}

export const leftOut: readonly LeftOut[] = [
  {
    file: "alerting",
    kind: "alert",
    name: "DiskSpaceLow",
    reason:
      "replaced by DiskSpaceWarning at 80 % and DiskSpaceCritical at 90 %",
  },
  {
    file: "alerting",
    kind: "alert",
    name: "DatabaseConnectionPoolNearLimit",
    reason:
      "nothing that the monitoring runs has such a pool; the shop watches its own as DatabaseConnectionPoolHigh",
  },
  {
    file: "alerting",
    kind: "alert",
    name: "SlowBurn",
    reason: "short in the text for ErrorBudgetSlowBurn, which is built",
  },
  {
    file: "alerting",
    kind: "receiver",
    name: "slack-critical",
    reason:
      "merged into critical-alerts as its Slack integration: no route of the tree leads to it",
  },
  {
    file: "alerting",
    kind: "receiver",
    name: "pagerduty-critical",
    reason:
      "merged into critical-alerts as its PagerDuty integration: one alert, one call",
  },
  {
    file: "alerting",
    kind: "receiver",
    name: "email-team",
    reason:
      "merged into default as its e-mail integration: no route of the tree leads to it",
  },
  {
    file: "iac-and-environments",
    kind: "alert",
    name: "HighCPUUsage",
    reason: "built in the node infrastructure, whose hosts it watches",
  },
  {
    file: "node-infrastructure",
    kind: "alert",
    name: "DiskSpaceLow",
    reason:
      "replaced by DiskSpaceWarning at 80 % and DiskSpaceCritical at 90 %",
  },
  {
    file: "product-store",
    kind: "panel",
    name: "Storage Utilization",
    reason: "built as Storage latency P99: Jaeger exposes no storage size",
  },
  {
    file: "product-store",
    kind: "alert",
    name: "CPUHigh",
    reason: "the guide's own example of a bad alert",
  },
  {
    file: "logging-and-tracing",
    kind: "dashboard",
    name: "log queries of the task",
    reason:
      "is a heading and no title: the dashboard is called Logs Overview (uid logs-overview)",
  },
  {
    file: "logging-and-tracing",
    kind: "dashboard",
    name: "log analysis dashboard",
    reason:
      "is a heading and no title: the dashboard is called Log Analysis (uid logs)",
  },
  {
    file: "logging-and-tracing",
    kind: "alert",
    name: "HighErrorRate",
    reason:
      "built as LogHighErrorRate (by container) and LogHighErrorRateTotal: under one name alerts of three sources would merge in one group",
  },
  {
    file: "logging-and-tracing",
    kind: "alert",
    name: "ServiceDown",
    reason:
      "built as LogServiceSilent: a silent container is no dead one; whether it is down, TargetDown says from its scrape",
  },
  {
    file: "slo",
    kind: "alert",
    name: "ErrorBudgetBurnRateFast",
    reason:
      "the same burn of the same objective as ApiHighErrorRate, which looks at two windows; two alerts would page twice",
  },
  {
    file: "slo",
    kind: "alert",
    name: "ErrorBudgetBurnRateSlow",
    reason:
      "the same burn of the same objective as ApiHighErrorRateSustained, which looks at two windows; two alerts would page twice",
  },
  {
    file: "slo",
    kind: "record",
    name: "sloth_slo_info",
    reason:
      "tells the version of a generator that is not used here; owner, tier and category are on every record of an objective",
  },
  {
    file: "ecommerce",
    kind: "record",
    name: "slo:api_gateway:availability:ratio",
    reason:
      "recorded as ratio_rate5m to ratio_rate30d: a ratio without its window said five minutes and was read as a month",
  },
  {
    file: "ecommerce",
    kind: "record",
    name: "slo:api_gateway:error_budget:ratio",
    reason:
      "recorded as error_budget_remaining over 30 days: of five minutes it was a burn rate, not a budget",
  },
];
