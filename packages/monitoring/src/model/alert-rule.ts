import type { PanelRef } from "./dashboard";
import type { Duration } from "./duration";
import type { Labels } from "./labels";
import type { Severity } from "./severity";
import type { Suppression } from "./suppression";

/** What a value must be for an alert to fire. */
export interface Condition {
  readonly is: ">" | ">=" | "<" | "<=" | "==" | "!=";
  readonly value: number;
}

/** What an alert's state becomes when its query returns nothing. */
export type NoDataState = "OK" | "NoData" | "Alerting" | "KeepLast";

/** What an alert's state becomes when its query fails. */
export type ErrorState = "Error" | "Alerting" | "OK" | "KeepLast";

/**
 * A database of the stack, which a rule asks in SQL: for one row with one number, or one row per series with the labels in
 * columns of text. Only Grafana evaluates such a rule; rule files leave it out, because Prometheus cannot ask a database.
 */
export interface DatabaseSource {
  readonly kind: "postgres";
  /** Fixed uid of the datasource. Where the environment has no address for it, the rule is left out. */
  readonly uid: string;
}

/** Says when somebody should look, and who. Written once, rendered to Grafana and to Prometheus. */
export interface AlertRule {
  /** CamelCase, unique in the system; the label `alertname`. */
  readonly alert: string;
  /**
   * What is measured, in the datasource's language (PromQL unless `datasource` says otherwise), without the comparison
   * where `condition` holds it and without the `system` matcher, which is added when the rule is built.
   */
  readonly expr: string;
  /** @default - fires for every series that `expr` returns */
  readonly condition?: Condition;
  /** @default "prometheus" */
  readonly datasource?: "prometheus" | "loki" | DatabaseSource;
  /** How long the condition must hold. @default "0s" */
  readonly for?: Duration;
  /** How long the alert goes on firing after the condition ended. @default "0s" */
  readonly keepFiringFor?: Duration;
  readonly severity: Severity;
  readonly team: string;
  /** Further labels; `system`, `severity` and `team` are set from the rule. @default {} */
  readonly labels?: Labels;
  /** What users feel, one plain sentence. Go template: `{{ $labels.x }}`. */
  readonly summary: string;
  /** The measured value and what it means: `{{ $value | humanizePercentage }}`. */
  readonly description: string;
  /** Further annotations; a path `/d/<uid>` becomes an address in the environment's Grafana. @default {} */
  readonly annotations?: Readonly<Record<string, string>>;
  /** The panel that shows the same expression; the threshold is drawn there. @default - no panel shows it */
  readonly panel?: PanelRef;
  /** @default "OK" */
  readonly noData?: NoDataState;
  /** @default "Error" */
  readonly onError?: ErrorState;
  /** @default false */
  readonly paused?: boolean;
  /** Checks that do not apply here. @default [] */
  readonly suppress?: readonly Suppression[];
  /**
   * How much history the rule needs: it is left out where the environment keeps less metrics. Of SQL, the range that
   * `$__timeFilter` stands for. @default - none in particular
   */
  readonly lookback?: Duration;
}

/** Alert rules that are evaluated together. Recording rules have groups of their own: mixing them breaks updates. */
export interface AlertGroup {
  /** Unique in the system. */
  readonly name: string;
  /** A multiple of 10s. @default "1m" */
  readonly interval?: Duration;
  readonly alerts: readonly AlertRule[];
}
