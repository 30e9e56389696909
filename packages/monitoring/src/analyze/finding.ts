import type { Silence } from "../silence/silence";
import { matcherText } from "../model/matcher";
import { nameOf, type RuleHistory } from "./rule-history";

/** What is wrong with an alert. */
export type FindingKind =
  | "noisy"
  | "flapping"
  | "short-lived"
  | "ignored"
  | "never-fired"
  | "heartbeat-silent"
  | "missing-runbook"
  | "missing-team"
  | "unknown-alert"
  | "long-silence";

/** One thing to talk about in the review of alerts. */
export interface Finding {
  readonly kind: FindingKind;
  /** `system/alert`, or a silence. */
  readonly subject: string;
  /** What was measured. */
  readonly detail: string;
}

/** What to do about each kind, in the order of the report. */
export const advice: Readonly<Record<FindingKind, string>> = {
  ignored: "nobody acted on it: mend the cause, or turn the alert into a panel",
  "heartbeat-silent": "the monitoring was blind meanwhile: find out why",
  noisy: "raise the threshold or the wait, or fix what it keeps saying",
  flapping: "set keepFiringFor or a longer wait, so that it tells once",
  "short-lived": "it ends before anybody can act: lengthen its wait",
  "unknown-alert":
    "no system of this project defines it: adopt the rule or delete it",
  "missing-runbook": "write down what to do when it fires",
  "missing-team": "say who owns it",
  "long-silence": "mend or delete the rule instead of silencing it",
  "never-fired":
    "check that its metrics exist and its threshold can be reached; a drill proves it",
};

/** From when on something is worth a finding. */
export interface FindingLimits {
  /** Episodes of a rule in seven days. @default 7 */
  readonly noisyPerWeek?: number;
  /** Episodes of one series within an hour. @default 3 */
  readonly flappingPerHour?: number;
  /** Median length of at least three episodes, in seconds. @default 300 */
  readonly shortLivedSeconds?: number;
  /** Length of one episode, in hours. @default 24 */
  readonly ignoredHours?: number;
  /** Length of a silence, in days. @default 7 */
  readonly longSilenceDays?: number;
}

/** Fewer episodes are chance. */
const fewestEpisodes = 3;

/** What is to be said of the rules, over a history of `windowSeconds`, in the order of {@link advice}. */
export function findingsOf(
  histories: readonly RuleHistory[],
  silences: readonly Silence[],
  windowSeconds: number,
  limits: FindingLimits = {},
): readonly Finding[] {
  const findings = [
    ...histories.flatMap((history) =>
      ruleFindings(history, windowSeconds, limits),
    ),
    ...longSilences(silences, limits),
  ];
  const order = Object.keys(advice);
  return findings.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

function ruleFindings(
  history: RuleHistory,
  windowSeconds: number,
  {
    noisyPerWeek = 7,
    flappingPerHour = 3,
    shortLivedSeconds = 300,
    ignoredHours = 24,
  }: FindingLimits,
): readonly Finding[] {
  const { rule, episodes, firingSeconds, longestSeconds, medianSeconds } =
    history;
  const subject = nameOf(rule);
  const count = episodes.length;
  const perWeek = (count * 604_800) / windowSeconds;
  const found = (kind: FindingKind, detail: string): Finding => ({
    kind,
    subject,
    detail,
  });
  const missing = [
    ...(rule.known ? [] : [found("unknown-alert", `fired ${count} times`)]),
    ...(rule.known && !rule.runbook
      ? [found("missing-runbook", "no annotation runbook_url")]
      : []),
    ...(rule.team ? [] : [found("missing-team", "no label team")]),
  ];
  if (rule.heartbeat) {
    const share = firingSeconds / windowSeconds;
    return share < 0.99
      ? [
          ...missing,
          found(
            "heartbeat-silent",
            `fired ${(share * 100).toFixed(1)} % of the time`,
          ),
        ]
      : missing;
  }
  if (count === 0) {
    return [...missing, found("never-fired", `in ${days(windowSeconds)} days`)];
  }
  return [
    ...missing,
    ...(perWeek > noisyPerWeek && count >= fewestEpisodes
      ? [found("noisy", `${count} times, ${perWeek.toFixed(1)} a week`)]
      : []),
    ...(history.mostPerHour >= flappingPerHour
      ? [found("flapping", `${history.mostPerHour} times within an hour`)]
      : []),
    ...(count >= fewestEpisodes && medianSeconds < shortLivedSeconds
      ? [
          found(
            "short-lived",
            `half of ${count} last ${medianSeconds}s or less`,
          ),
        ]
      : []),
    ...(rule.severity !== "info" && longestSeconds >= ignoredHours * 3600
      ? [found("ignored", `fired ${hours(longestSeconds)} hours at a stretch`)]
      : []),
  ];
}

function longSilences(
  silences: readonly Silence[],
  { longSilenceDays = 7 }: FindingLimits,
): readonly Finding[] {
  return silences
    .map(({ matchers, startsAt, endsAt, createdBy }) => ({
      subject: `{${matchers.map(matcherText).join(", ")}}`,
      createdBy,
      seconds: (endsAt.getTime() - startsAt.getTime()) / 1000,
    }))
    .filter(({ seconds }) => seconds > longSilenceDays * 86_400)
    .map(({ subject, createdBy, seconds }) => ({
      kind: "long-silence",
      subject,
      detail: `${days(seconds)} days, by ${createdBy}`,
    }));
}

function days(seconds: number): string {
  return String(Number((seconds / 86_400).toFixed(2)));
}

function hours(seconds: number): string {
  return String(Number((seconds / 3600).toFixed(1)));
}
