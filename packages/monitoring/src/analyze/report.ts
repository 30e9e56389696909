import type { Silence } from "../silence/silence";
import {
  currentAlertsOf,
  type Count,
  type CurrentAlert,
  type CurrentAlerts,
} from "./current-alerts";
import { episodesOf, type AlertHistory } from "./episode";
import {
  advice,
  findingsOf,
  type Finding,
  type FindingKind,
  type FindingLimits,
} from "./finding";
import {
  nameOf,
  ruleHistories,
  type AnalysedRule,
  type RuleHistory,
} from "./rule-history";

/** What is known of the alerts of an environment. */
export interface AnalysisInput {
  readonly environment: string;
  readonly rules: readonly AnalysedRule[];
  readonly history: AlertHistory;
  readonly current: readonly CurrentAlert[];
  /** Those that are active or still to come. */
  readonly silences: readonly Silence[];
  /** @default {} */
  readonly limits?: FindingLimits;
}

/** A rule that fired. */
export interface FiredRule {
  readonly name: string;
  readonly severity: string;
  readonly team: string;
  readonly episodes: number;
  readonly firingHours: number;
  readonly longestHours: number;
}

/** What to talk about in a review of alerts. */
export interface AnalysisReport {
  readonly environment: string;
  /** ISO 8601, as `end`. */
  readonly start: string;
  readonly end: string;
  readonly stepSeconds: number;
  readonly now: CurrentAlerts;
  readonly silences: number;
  readonly rules: number;
  /** Beginnings of critical alerts, whatever kept them from being told, in seven days. */
  readonly pagesPerWeek: number;
  /** The most frequent first. */
  readonly fired: readonly FiredRule[];
  readonly findings: readonly Finding[];
}

export function analysisReport(input: AnalysisInput): AnalysisReport {
  const { environment, rules, history, current, silences } = input;
  const windowSeconds = history.end - history.start;
  const histories = ruleHistories(rules, episodesOf(history));
  const pages = histories
    .filter(({ rule }) => rule.severity === "critical")
    .reduce((sum, { episodes }) => sum + episodes.length, 0);
  return {
    environment,
    start: isoTime(history.start),
    end: isoTime(history.end),
    stepSeconds: history.stepSeconds,
    now: currentAlertsOf(current),
    silences: silences.length,
    rules: rules.length,
    pagesPerWeek: rounded((pages * 604_800) / windowSeconds),
    fired: histories
      .filter(({ episodes }) => episodes.length > 0)
      .sort((a, b) => b.episodes.length - a.episodes.length)
      .map(firedRule),
    findings: findingsOf(histories, silences, windowSeconds, input.limits),
  };
}

/** The report for people. */
export function analysisMarkdown(report: AnalysisReport): string {
  const { now, fired, findings } = report;
  const kinds = [...new Set(findings.map(({ kind }) => kind))];
  return [
    `# Alert analysis report: ${report.environment}`,
    "",
    `From ${report.start} to ${report.end}, every ${report.stepSeconds}s: what fired for less may be missing.`,
    "",
    "## Now",
    "",
    `- Total alerts: ${now.total}`,
    `- Firing alerts: ${now.firing}`,
    `- Silences: ${report.silences}`,
    ...counts("By severity", now.bySeverity),
    ...counts("By team", now.byTeam),
    ...counts("Top 5 alerts", now.byAlert),
    "",
    "## Fired",
    "",
    `${fired.length} of ${report.rules} rules fired; ${report.pagesPerWeek} pages a week.`,
    "",
    ...(fired.length === 0
      ? []
      : [
          "| alert | severity | team | times | hours | longest |",
          "| --- | --- | --- | --- | --- | --- |",
          ...fired.map(
            (rule) =>
              `| ${rule.name} | ${rule.severity} | ${rule.team} | ${rule.episodes} | ${rule.firingHours} | ${rule.longestHours} |`,
          ),
          "",
        ]),
    "## Findings",
    "",
    ...(findings.length === 0 ? ["None.", ""] : []),
    ...kinds.flatMap((kind) => findingsSection(kind, findings)),
  ].join("\n");
}

function findingsSection(
  kind: FindingKind,
  findings: readonly Finding[],
): readonly string[] {
  const own = findings.filter((finding) => finding.kind === kind);
  return [
    `### ${kind} (${own.length})`,
    "",
    `${advice[kind].charAt(0).toUpperCase()}${advice[kind].slice(1)}.`,
    "",
    ...own.map(({ subject, detail }) => `- ${subject}: ${detail}`),
    "",
  ];
}

function counts(title: string, all: readonly Count[]): readonly string[] {
  if (all.length === 0) return [];
  return [
    `- ${title}: ${all.map(([name, count]) => `${name} ${count}`).join(", ")}`,
  ];
}

function firedRule({
  rule,
  episodes,
  firingSeconds,
  longestSeconds,
}: RuleHistory): FiredRule {
  return {
    name: nameOf(rule),
    severity: rule.severity ?? "unknown",
    team: rule.team ?? "unknown",
    episodes: episodes.length,
    firingHours: rounded(firingSeconds / 3600),
    longestHours: rounded(longestSeconds / 3600),
  };
}

function isoTime(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}

function rounded(value: number): number {
  return Number(value.toFixed(2));
}
