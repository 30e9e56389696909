import type { Duration } from "./duration";
import type { Labels } from "./labels";
import type { Suppression } from "./suppression";

/** Computes a series ahead of its use and stores it under a name of its own. */
export interface RecordingRule {
  /** Metric name, `level:metric:operations`. */
  readonly record: string;
  /** PromQL, as the specification writes it: without the `system` matcher, which is added when the rule is built. */
  readonly expr: string;
  /** @default {} */
  readonly labels?: Labels;
  /** Checks that do not apply here. @default [] */
  readonly suppress?: readonly Suppression[];
  /** How much history the rule needs: it is left out where the environment keeps less. @default - none in particular */
  readonly lookback?: Duration;
}

/** Recording rules that are evaluated together, in order. */
export interface RecordingGroup {
  /** Unique in the system. */
  readonly name: string;
  /** A multiple of 10s. @default "1m" */
  readonly interval?: Duration;
  readonly recordings: readonly RecordingRule[];
}
