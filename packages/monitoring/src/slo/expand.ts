import type { AlertGroup } from "../model/alert-rule";
import type { PanelRef } from "../model/dashboard";
import { secondsIn, type Duration } from "../model/duration";
import type { RecordingGroup } from "../model/recording-rule";
import type { InhibitionRule } from "../model/route";
import type { Slo } from "../model/slo";
import type { ScopeMatcher } from "../queries/promql/scope";
import { absentAlert } from "./absent-alert";
import { burnAlerts } from "./burn-alerts";
import { burnInhibitions } from "./inhibitions";
import { groupNames } from "./names";
import { sloProblems } from "./problems";
import { recordingGroups } from "./recordings";
import { scopedSlo, type ScopedSlo } from "./scoped-slo";

/** Where an SLO is measured. */
export interface SloContext {
  readonly systemId: string;
  readonly scrapeInterval: Duration;
  /** How far back the metrics reach. */
  readonly retention: Duration;
  /** Of the evaluator; rules are evaluated every minute, or as seldom as this. @default "1m" */
  readonly evaluationInterval?: Duration;
  /** What every selector of the rules carries. @default - they see all systems */
  readonly scope?: ScopeMatcher;
  /** The panel that shows the burn rates. @default - no panel shows them */
  readonly panel?: PanelRef;
}

/** The rules of one SLO. */
export interface SloRules {
  readonly recordings: readonly RecordingGroup[];
  readonly alerts: readonly AlertGroup[];
  readonly inhibitions: readonly InhibitionRule[];
}

/** How often burn rates are looked at: fine enough for a 5m window, and half of what Prometheus forgets in. */
const ruleInterval: Duration = "1m";

/** How often the rules of an SLO are evaluated. */
export function intervalOf({
  evaluationInterval = ruleInterval,
}: Pick<SloContext, "evaluationInterval">): Duration {
  return secondsIn(evaluationInterval) > secondsIn(ruleInterval)
    ? evaluationInterval
    : ruleInterval;
}

/**
 * The recording rules, alerts and inhibitions of `slo`, which is measured over `slo.period` (see
 * `withSupportedPeriod` for environments that keep less). Throws with all problems of the SLO when it has any.
 */
export function expandSlo(slo: Slo, context: SloContext): SloRules {
  const errors = sloProblems(slo, context).filter(
    ({ level }) => level === "error",
  );
  if (errors.length > 0) {
    const list = errors.map(({ message }) => `\n- ${message}`).join("");
    throw new Error(
      `system "${context.systemId}", SLO "${slo.id}" cannot be measured:${list}`,
    );
  }
  const interval = intervalOf(context);
  const { scrapeInterval, scope, panel } = context;
  const scoped = scope === undefined ? slo : located(slo, context, scope);
  return {
    recordings: recordingGroups(scoped, interval),
    alerts: [
      {
        name: groupNames(slo).alerts,
        interval,
        alerts: [
          ...burnAlerts(scoped, panel),
          ...absentAlert(scoped, { scrapeInterval, interval }),
        ],
      },
    ],
    inhibitions: burnInhibitions(slo),
  };
}

/** {@link scopedSlo}, whose error says where. */
function located(
  slo: Slo,
  { systemId }: SloContext,
  scope: ScopeMatcher,
): ScopedSlo {
  try {
    return scopedSlo(slo, scope);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`system "${systemId}", SLO "${slo.id}": ${reason}`, {
      cause: error,
    });
  }
}
