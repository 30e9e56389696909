import { isHeartbeat } from "../silence/coverage";
import type { Deployment } from "../model/deployment";
import type { Severity } from "../model/severity";
import { keyOf, type Episode } from "./episode";

/** An alert rule, as far as its history is judged. */
export interface AnalysedRule {
  readonly system: string;
  readonly alert: string;
  readonly severity: Severity | undefined;
  readonly team: string | undefined;
  readonly runbook: string | undefined;
  /** Whether it is meant to fire always. */
  readonly heartbeat: boolean;
  /** False for what fired and is in no system of the environment. */
  readonly known: boolean;
}

/** How often and how long a rule fired. Times in seconds. */
export interface RuleHistory {
  readonly rule: AnalysedRule;
  readonly episodes: readonly Episode[];
  readonly firingSeconds: number;
  readonly longestSeconds: number;
  readonly medianSeconds: number;
  /** The most beginnings within an hour of one series. */
  readonly mostPerHour: number;
}

/** Rules that Prometheus evaluates in `deployment`: neither paused, nor asked of another datasource. */
export function analysedRules({
  systems,
}: Deployment): readonly AnalysedRule[] {
  return systems.flatMap(({ id, alertGroups }) =>
    alertGroups.flatMap(({ alerts }) =>
      alerts
        .filter(
          ({ datasource = "prometheus", paused = false }) =>
            datasource === "prometheus" && !paused,
        )
        .map(({ alert, severity, team, annotations, expr }) => ({
          system: id,
          alert,
          severity,
          team,
          runbook: annotations["runbook_url"],
          heartbeat: isHeartbeat(expr),
          known: true,
        })),
    ),
  );
}

/** The history of each rule, and of each alert that fired without being a rule of the model. */
export function ruleHistories(
  rules: readonly AnalysedRule[],
  episodes: readonly Episode[],
): readonly RuleHistory[] {
  const byRule = new Map<string, Episode[]>();
  for (const episode of episodes) {
    const { system = "", alertname = "" } = episode.labels;
    const key = `${system}/${alertname}`;
    byRule.set(key, [...(byRule.get(key) ?? []), episode]);
  }
  const names = new Set(rules.map(nameOf));
  const strangers = [...byRule]
    .filter(([key]) => !names.has(key))
    .map(([, [first]]) => strangerOf(first));
  return [...rules, ...strangers].map((rule) =>
    historyOf(rule, byRule.get(nameOf(rule)) ?? []),
  );
}

/** `shop/HighErrorRate` */
export function nameOf({
  system,
  alert,
}: Pick<AnalysedRule, "system" | "alert">): string {
  return `${system}/${alert}`;
}

function strangerOf(episode: Episode | undefined): AnalysedRule {
  const { system = "", alertname = "", severity, team } = episode?.labels ?? {};
  return {
    system,
    alert: alertname,
    severity:
      severity === "critical" || severity === "warning" || severity === "info"
        ? severity
        : undefined,
    team,
    runbook: undefined,
    heartbeat: false,
    known: false,
  };
}

function historyOf(
  rule: AnalysedRule,
  episodes: readonly Episode[],
): RuleHistory {
  const lengths = episodes
    .map(({ start, end }) => end - start)
    .sort((a, b) => a - b);
  return {
    rule,
    episodes,
    firingSeconds: lengths.reduce((sum, length) => sum + length, 0),
    longestSeconds: lengths.at(-1) ?? 0,
    medianSeconds: lengths[Math.floor(lengths.length / 2)] ?? 0,
    mostPerHour: mostPerHour(episodes),
  };
}

function mostPerHour(episodes: readonly Episode[]): number {
  const bySeries = new Map<string, number[]>();
  for (const { labels, start } of episodes) {
    const key = keyOf(labels);
    bySeries.set(key, [...(bySeries.get(key) ?? []), start]);
  }
  let most = 0;
  for (const starts of bySeries.values()) {
    for (const [index, start] of starts.entries()) {
      const within = starts
        .slice(index)
        .filter((other) => other - start < 3600).length;
      most = Math.max(most, within);
    }
  }
  return most;
}
