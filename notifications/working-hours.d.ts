import type { MuteTiming, Weekday } from "monitoring-as-code";
/** When people work. */
export interface WorkingHours {
  /** IANA zone. @default "UTC" */
  readonly location?: string;
  /** The first and the last day of work, in the order of a week that begins on Monday. @default monday to friday */
  readonly days?: readonly [first: Weekday, last: Weekday];
  /** `"HH:MM"`. @default "08:00" */
  readonly start?: string;
  /** `"HH:MM"`. @default "18:00" */
  readonly end?: string;
}
/** The rest of the week, for what can wait: nights of working days, and whole days of rest. */
export declare function outsideWorkingHours({
  location,
  days: [first, last],
  start,
  end,
}?: WorkingHours): MuteTiming;
