import { budgetOf, rounded } from "./decimal";
import { budgetLevel, type BudgetLevel } from "./policy";

/** How an SLO stands. */
export type ComplianceStatus = "Met" | "At Risk" | "Violated" | "No data";

/** What was measured of one SLO. */
export interface Measurement {
  readonly system: string;
  readonly id: string;
  readonly name: string;
  /** In percent. */
  readonly objective: number;
  /** Share of bad events over the period, from 0 to 1; `undefined` where nothing was measured. */
  readonly errorRatio: number | undefined;
}

/** The numbers of one SLO over a period; all but the first four are missing without data. */
export interface Compliance {
  readonly system: string;
  readonly id: string;
  readonly name: string;
  readonly target: number;
  readonly status: ComplianceStatus;
  /** Percent of good events, 4 decimals. */
  readonly actual?: number;
  /** Percent of the budget, 2 decimals; above 100 when it is overspent. */
  readonly consumed?: number;
  /** Percent of the budget, 2 decimals; negative when it is overspent. */
  readonly remaining?: number;
  /** Minutes of total outage that would have done as much harm, 2 decimals. */
  readonly downtimeMinutes?: number;
  readonly level?: BudgetLevel;
}

/**
 * Compares what was measured with what is promised: consumed = errors / budget, remaining = 100 - consumed, neither cut
 * off at 0 or 100. Met needs a quarter of the budget left, otherwise it is at risk; violated is below the objective.
 */
export function complianceOf(
  { system, id, name, objective, errorRatio }: Measurement,
  periodDays: number,
): Compliance {
  const base = { system, id, name, target: objective };
  if (errorRatio === undefined || Number.isNaN(errorRatio))
    return { ...base, status: "No data" };
  const consumed = rounded((100 * errorRatio) / budgetOf(objective));
  const remaining = rounded(100 - consumed);
  return {
    ...base,
    status: statusOf(remaining),
    actual: to(4, 100 * (1 - errorRatio)),
    consumed: to(2, consumed),
    remaining: to(2, remaining),
    downtimeMinutes: to(2, periodDays * 1440 * errorRatio),
    level: budgetLevel(remaining),
  };
}

function statusOf(remaining: number): ComplianceStatus {
  if (remaining < 0) return "Violated";
  return remaining < 25 ? "At Risk" : "Met";
}

function to(decimals: number, value: number): number {
  return Number(rounded(value).toFixed(decimals));
}

/** What to do about an SLO; nothing when it is well. */
export function recommendationOf({
  name,
  remaining,
  status,
}: Compliance): string | undefined {
  if (status === "No data" || remaining === undefined)
    return `${name}: No data. Check that the metrics are scraped and the rules are loaded.`;
  if (remaining < 25)
    return `${name}: Error budget critical. Implement code freeze.`;
  if (remaining <= 50)
    return `${name}: Error budget warning. Reduce release frequency.`;
  return undefined;
}

/** A report on all SLOs. */
export interface ComplianceReport {
  /** What was looked at, for example `30 days`. */
  readonly period: string;
  /** ISO 8601. */
  readonly generatedAt: string;
  readonly slos: readonly Compliance[];
}

/** The report as data: the fields that readers of the report script know. */
export function reportJson(report: ComplianceReport): string {
  const slos = Object.fromEntries(
    report.slos.map((slo) => [
      `${slo.system}/${slo.id}`,
      {
        name: slo.name,
        target: slo.target,
        actual: slo.actual ?? null,
        status: slo.status,
        error_budget_consumed: slo.consumed ?? null,
        error_budget_remaining: slo.remaining ?? null,
        downtime_minutes: slo.downtimeMinutes ?? null,
      },
    ]),
  );
  const { period, generatedAt } = report;
  return `${JSON.stringify({ period, generated_at: generatedAt, slos }, undefined, 2)}\n`;
}

/** The report for people. */
export function reportMarkdown(report: ComplianceReport): string {
  const percent = (value: number | undefined, decimals: number): string =>
    value === undefined ? "–" : `${value.toFixed(decimals)} %`;
  const rows = report.slos.map((slo) => [
    `${slo.system}: ${slo.name}`,
    `${slo.target} %`,
    percent(slo.actual, 4),
    slo.status,
    percent(slo.consumed, 2),
    percent(slo.remaining, 2),
    slo.downtimeMinutes === undefined
      ? "–"
      : `${slo.downtimeMinutes.toFixed(1)} min`,
  ]);
  const head = [
    "SLO",
    "Target",
    "Actual",
    "Status",
    "Budget Used",
    "Budget Remaining",
    "Downtime",
  ];
  const recommendations = report.slos.flatMap(
    (slo) => recommendationOf(slo) ?? [],
  );
  return [
    "# SLO Report",
    "",
    `Period: ${report.period}`,
    "",
    `Generated: ${report.generatedAt}`,
    "",
    "## Summary",
    "",
    ...[head, head.map(() => "---"), ...rows].map(
      (cells) => `| ${cells.join(" | ")} |`,
    ),
    "",
    "## Recommendations",
    "",
    ...(recommendations.length > 0
      ? recommendations.map((text) => `- ${text}`)
      : ["None: every error budget is healthy."]),
    "",
  ].join("\n");
}
