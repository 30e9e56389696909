import type { AlertGroup, AlertRule } from "../model/alert-rule";
import type {
  DeployedAlert,
  DeployedAlertGroup,
  DeployedRecording,
  DeployedRecordingGroup,
} from "../model/deployment";
import { isDuration, secondsIn, type Duration } from "../model/duration";
import type { Environment } from "../model/environment";
import { systemLabel, type Labels } from "../model/labels";
import type { RecordingGroup, RecordingRule } from "../model/recording-rule";
import { kebabCase, uidOf } from "../model/uid";
import { scopeToSystem, type ScopeMatcher } from "../queries/promql/scope";

/** What rules are deployed with. */
export interface RuleContext {
  readonly systemId: string;
  /** What every query must match. @default - queries see every system */
  readonly scope?: ScopeMatcher;
  /** Whether queries carry the system already. @default false */
  readonly isScoped?: boolean;
  readonly environment: Environment;
}

/** Grafana and Prometheus evaluate a group once a minute unless it says otherwise. */
const defaultInterval: Duration = "1m";

/**
 * The groups as deployed: queries scoped, labels and annotations complete. Rules that look back too far, or ask a database
 * that the environment does not have, are left out.
 */
export function deployedAlertGroups(
  groups: readonly AlertGroup[],
  context: RuleContext,
): readonly DeployedAlertGroup[] {
  return groups
    .map(({ name, interval = defaultInterval, alerts }) => ({
      name,
      interval,
      alerts: alerts
        .filter(
          (rule) => isRemembered(rule, context) && isAnswered(rule, context),
        )
        .map((rule) => deployedAlert(rule, context)),
    }))
    .filter(({ alerts }) => alerts.length > 0);
}

/** The groups as deployed, like {@link deployedAlertGroups}. */
export function deployedRecordingGroups(
  groups: readonly RecordingGroup[],
  context: RuleContext,
): readonly DeployedRecordingGroup[] {
  return groups
    .map(({ name, interval = defaultInterval, recordings }) => ({
      name,
      interval,
      recordings: recordings
        .filter((rule) => isRemembered(rule, context))
        .map((rule) => deployedRecording(rule, context)),
    }))
    .filter(({ recordings }) => recordings.length > 0);
}

/** Where the runbook of an alert lies, below the root of the project. */
export function runbookPath(systemId: string, alert: string): string {
  return `systems/${systemId}/runbooks/${kebabCase(alert)}.md`;
}

/** Where the runbook of an alert is published: `systems/<id>/runbooks/<alert>.md` as the page `<id>/<alert>`. */
export function runbookUrl(
  systemId: string,
  alert: string,
  { alerting }: Pick<Environment, "alerting">,
): string {
  return `${alerting.runbooksUrl}/${systemId}/${kebabCase(alert)}`;
}

function isRemembered(
  rule: AlertRule | RecordingRule,
  { environment }: RuleContext,
): boolean {
  return (
    rule.lookback === undefined ||
    !isDuration(rule.lookback) ||
    secondsIn(rule.lookback) <= secondsIn(environment.prometheus.retention)
  );
}

/** A database without an address does not exist in the environment. */
function isAnswered(
  { datasource }: AlertRule,
  { environment }: RuleContext,
): boolean {
  return (
    typeof datasource !== "object" ||
    environment.dataSources[datasource.uid] !== undefined
  );
}

function deployedAlert(rule: AlertRule, context: RuleContext): DeployedAlert {
  const { systemId, environment } = context;
  const isPromql = (rule.datasource ?? "prometheus") === "prometheus";
  return {
    ...rule,
    uid: uidOf(systemId, rule.alert),
    expr: isPromql
      ? scoped(rule.expr, `alert "${rule.alert}"`, context)
      : rule.expr,
    labels: {
      ...rule.labels,
      [systemLabel]: systemId,
      severity: rule.severity,
      team: rule.team,
    },
    annotations: {
      ...linked(rule.annotations ?? {}, environment),
      summary: rule.summary,
      description: rule.description,
      runbook_url: runbookUrl(systemId, rule.alert, environment),
    },
  };
}

/** Paths such as `/d/shop-overview` lead into the environment's own Grafana, so that messages can be clicked anywhere. */
function linked(
  annotations: Readonly<Record<string, string>>,
  { grafana }: Environment,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(annotations).map(([name, text]) => [
      name,
      text.startsWith("/d/")
        ? `${grafana.url.replace(/\/$/, "")}${text}`
        : text,
    ]),
  );
}

function deployedRecording(
  rule: RecordingRule,
  context: RuleContext,
): DeployedRecording {
  const { scope } = context;
  const labelled: Labels =
    scope === undefined ? {} : { [scope.label]: scope.value };
  const distinct = Object.entries(rule.labels ?? {}).map((entry) =>
    entry.join("="),
  );
  return {
    ...rule,
    uid: uidOf(context.systemId, rule.record, ...distinct),
    expr: scoped(rule.expr, `recording rule "${rule.record}"`, context),
    labels: { ...rule.labels, ...labelled },
  };
}

function scoped(
  expr: string,
  rule: string,
  { systemId, scope, isScoped = false }: RuleContext,
): string {
  if (scope === undefined || isScoped) return expr;
  try {
    return scopeToSystem(expr, scope);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`system "${systemId}", ${rule}: ${reason}`, {
      cause: error,
    });
  }
}
