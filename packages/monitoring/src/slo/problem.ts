import type { Duration } from "../model/duration";
import type { Metric } from "../model/metric";

/** Something wrong with an SLO: an `error` refuses it, a `warning` wants a second look. */
export interface SloProblem {
  readonly level: "error" | "warning";
  /** A stable name of the rule that was broken. */
  readonly rule: string;
  readonly message: string;
}

/** What the rules need to know of the place where the SLO is measured. */
export interface SloConditions {
  readonly scrapeInterval: Duration;
  readonly retention: Duration;
  /** Events per hour, where they are known. @default - unknown */
  readonly requestsPerHour?: number;
  /** The metrics that queries read. @default - unknown: buckets and labels are not checked */
  readonly metrics?: readonly Metric[];
}

export const error = (rule: string, message: string): SloProblem => ({
  level: "error",
  rule,
  message,
});
export const warning = (rule: string, message: string): SloProblem => ({
  level: "warning",
  rule,
  message,
});
