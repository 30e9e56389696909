export type Weekday =
  | "monday"
  | "tuesday"
  | "wednesday"
  | "thursday"
  | "friday"
  | "saturday"
  | "sunday";

/** A span of a day, `"HH:MM"` to `"HH:MM"`, start before end; `"24:00"` ends a day. A night is two spans. */
export interface TimeRange {
  readonly start: string;
  readonly end: string;
}

/** All given conditions must hold; each holds when one of its entries does. */
export interface TimeInterval {
  /** @default - the whole day */
  readonly times?: readonly TimeRange[];
  /** Days or ranges such as `monday:friday`; a range does not wrap around the week. @default - every day */
  readonly weekdays?: readonly (Weekday | `${Weekday}:${Weekday}`)[];
  /** `"1"`, `"1:5"`, negative from the end of the month: `"-1"`. @default - every day */
  readonly daysOfMonth?: readonly string[];
  /** `"1"`, `"6:8"` or lower-case names. @default - every month */
  readonly months?: readonly string[];
  /** `"2026"`, `"2026:2028"`. @default - every year */
  readonly years?: readonly string[];
  /** IANA zone. @default "UTC" */
  readonly location?: string;
}

/** A named set of time intervals in which routes stay silent, or outside of which they do. */
export interface MuteTiming {
  readonly name: string;
  readonly intervals: readonly TimeInterval[];
}
