import {
  errorRatioRecord,
  monthlyErrorRatio,
  serviceP95,
  withoutOwnObjective,
} from "../../dashboards/alerting/expressions";
import { servicesWithoutSloDashboard } from "../../dashboards/alerting/services-without-slo";
import {
  type AlertRule,
  panelOf,
  type PanelRef,
  type Duration,
} from "monitoring-as-code";

/** 99.9 % of the requests of 30 days: what holds for every service that promised nothing else. */
const objective = { errorBudget: 0.001, periodDays: 30 } as const;

const dashboard = `/d/${servicesWithoutSloDashboard.uid}`;
const panel = (key: string): PanelRef =>
  panelOf(servicesWithoutSloDashboard, key);

/**
 * The services that no other system answers for. The alert's own `system` is this one's, so the service's becomes
 * `observed_system`; without it two services of one name would be one alert.
 */
const services = (expr: string) =>
  `label_replace(${withoutOwnObjective(expr)}, "observed_system", "$1", "system", "(.*)")`;

const service = "{{ $labels.service }} of {{ $labels.observed_system }}";

/** Symptoms that users of any service feel. */
export const applicationAlerts: readonly AlertRule[] = [
  {
    alert: "HighErrorRate",
    expr: services(errorRatioRecord("5m")),
    condition: { is: ">", value: 0.05 },
    for: "5m",
    severity: "critical",
    team: "backend",
    summary: `Users of ${service} get errors`,
    description: `{{ $value | humanizePercentage }} of the requests to ${service} end in a server error; 5% is the limit`,
    annotations: { dashboard, impact: "Users get errors instead of answers" },
    panel: panel("error-ratio"),
  },
  {
    alert: "SlowResponseTime",
    expr: services(serviceP95("5m")),
    condition: { is: ">", value: 1 },
    for: "10m",
    severity: "warning",
    team: "backend",
    summary: `Users of ${service} wait`,
    description: `95% of the requests to ${service} take up to {{ $value | humanizeDuration }}; 1s is the limit`,
    annotations: { dashboard },
    panel: panel("response-time"),
  },
  {
    alert: "UnusuallyHighTraffic",
    expr: services("service:http_requests:rate5m"),
    condition: { is: ">", value: 1000 },
    for: "5m",
    severity: "warning",
    team: "backend",
    summary: `Far more requests than usual reach ${service}`,
    description: `${service} gets {{ $value | humanize }} requests per second; this may be an attack`,
    annotations: { dashboard },
    panel: panel("request-rate"),
  },
];

interface Burn {
  readonly alert: string;
  readonly rate: "fast" | "slow";
  /** How many times faster than allowed the budget is spent. */
  readonly factor: number;
  readonly long: "1h" | "6h";
  readonly short: "5m" | "30m";
  readonly for: Duration;
  readonly severity: "critical" | "warning";
}

/** Both windows above the limit: the long one so that it matters, the short one so that it ends soon after the cause. */
function burnAlert({
  alert,
  rate,
  factor,
  long,
  short,
  for: wait,
  severity,
}: Burn): AlertRule {
  const limit = `(${factor} * ${objective.errorBudget})`;
  const hours = Math.round((objective.periodDays * 24) / factor);
  const exhaustion = hours < 72 ? `${hours} hours` : `${hours / 24} days`;
  return {
    alert,
    expr: services(
      `${errorRatioRecord(long)} > ${limit} and ${errorRatioRecord(short)} > ${limit}`,
    ),
    for: wait,
    severity,
    team: "sre",
    labels: { burn_rate: rate },
    summary: `${rate === "fast" ? "Fast" : "Slow"} error budget burn of ${service}`,
    description: `{{ $value | humanizePercentage }} of the requests to ${service} failed over the last ${long}; at this limit a whole budget is exhausted in ${exhaustion}`,
    annotations: {
      dashboard,
      ...(severity === "critical"
        ? { impact: "Users get errors, and soon nothing is left to spend" }
        : {}),
    },
    panel: panel("error-ratio-windows"),
  };
}

/** Errors that spend a month's budget before the month is over. */
export const burnAlerts: readonly AlertRule[] = [
  burnAlert({
    alert: "ErrorBudgetFastBurn",
    rate: "fast",
    factor: 14.4,
    long: "1h",
    short: "5m",
    for: "2m",
    severity: "critical",
  }),
  burnAlert({
    alert: "ErrorBudgetSlowBurn",
    rate: "slow",
    factor: 6,
    long: "6h",
    short: "30m",
    for: "15m",
    severity: "warning",
  }),
];

/** The month as a whole, and an older way of watching the budget. */
export const sloAlerts: readonly AlertRule[] = [
  {
    // One window fires late and stays long; the two of the burn alerts do better. For those who still want it.
    alert: "ErrorBudgetBurnRateTooHigh",
    paused: true,
    expr: services(errorRatioRecord("1h")),
    condition: { is: ">", value: 0.01 },
    for: "5m",
    severity: "critical",
    team: "sre",
    summary: `Error budget of ${service} burning too fast`,
    description: `Current error rate is {{ $value | humanizePercentage }}. At ten times the allowed rate a monthly error budget is exhausted in 72 hours.`,
    annotations: {
      dashboard,
      impact: "Users get errors, and soon nothing is left to spend",
    },
    panel: panel("error-ratio-windows"),
  },
  {
    alert: "SLOViolation",
    expr: services(monthlyErrorRatio),
    condition: { is: ">", value: objective.errorBudget },
    for: "1h",
    severity: "warning",
    team: "sre",
    summary: `SLO violation detected: ${service}`,
    description: `30-day error rate is {{ $value | humanizePercentage }}, violating 99.9% SLO`,
    annotations: { dashboard },
    panel: panel("error-ratio-month"),
    lookback: "30d",
  },
];
