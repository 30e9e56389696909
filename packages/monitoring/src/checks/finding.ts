import type { Suppression } from "../model/suppression";

/** `error` must be put right before anything is deployed; `warning` works, but hardly as meant. */
export type FindingSeverity = "error" | "warning";

/** Where in a query or text something is wrong; line and column count from 1. */
export interface FindingPosition {
  readonly line: number;
  readonly column: number;
  /** The line of the problem with a caret under its first character. */
  readonly snippet: string;
}

/** What a check reports, before the list of checks adds who reported it. */
export interface Violation {
  /** From the system down to the thing: `shop > dashboard shop-orders > panel order-rate > A`. */
  readonly path: string;
  /** What was got and what is allowed. */
  readonly message: string;
  /** What to do. */
  readonly fix: string;
  /** @default - the thing as a whole */
  readonly position?: FindingPosition;
  /** The suppressions written beside the thing. @default [] */
  readonly suppress?: readonly Suppression[];
  /** @default - the check's */
  readonly severity?: FindingSeverity;
  /** Of a comparison, the environments that it concerns. @default - those that were looked at */
  readonly environments?: readonly string[];
}

/** A suppression that applied to a finding. */
export interface AppliedSuppression {
  readonly reason: string;
  readonly until: string;
  /** Whether its last day has passed, so that the finding counts again. */
  readonly expired: boolean;
}

/** Something that a check found, in one environment or in several. */
export interface Finding {
  /** Id of the check, for example `promql/rate-of-gauge`. */
  readonly id: string;
  readonly severity: FindingSeverity;
  readonly path: string;
  readonly message: string;
  readonly fix: string;
  /** @default - the thing as a whole */
  readonly position?: FindingPosition;
  /** Names of the environments that have it. */
  readonly environments: readonly string[];
  /** @default - counts */
  readonly suppressed?: AppliedSuppression;
}

/** Whether a finding stops a deployment: an error that no valid suppression covers. */
export function counts({ severity, suppressed }: Finding): boolean {
  return severity === "error" && !isSuppressed({ suppressed });
}

/** Whether a suppression covers the finding and has not expired. */
export function isSuppressed({
  suppressed,
}: Pick<Finding, "suppressed">): boolean {
  return suppressed !== undefined && !suppressed.expired;
}
