import type { MuteTiming, TimeInterval, Weekday } from "monitoring-as-code";

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

const week: readonly Weekday[] = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
];

/** The rest of the week, for what can wait: nights of working days, and whole days of rest. */
export function outsideWorkingHours({
  location = "UTC",
  days: [first, last] = ["monday", "friday"],
  start = "08:00",
  end = "18:00",
}: WorkingHours = {}): MuteTiming {
  const worked = week.slice(week.indexOf(first), week.indexOf(last) + 1);
  const free = week.filter((day) => !worked.includes(day));
  const nights: TimeInterval = {
    weekdays: worked,
    times: [
      { start: "00:00", end: start },
      { start: end, end: "24:00" },
    ],
    location,
  };
  return {
    name: "outside-working-hours",
    intervals:
      free.length === 0 ? [nights] : [nights, { weekdays: free, location }],
  };
}
