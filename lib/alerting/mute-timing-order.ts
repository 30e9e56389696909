import type { TimeInterval } from "../model/mute-timing";
import {
  dayPosition,
  monthPosition,
  weekdayPosition,
  yearPosition,
} from "./calendar";

/** A time interval whose lists may be changed by who takes it. */
export type OrderedInterval = {
  times?: { start: string; end: string }[];
  location?: string;
} & Partial<Record<"weekdays" | "daysOfMonth" | "months" | "years", string[]>>;

/**
 * The intervals and their entries from early to late, so that the order of writing, which means nothing, changes nothing.
 */
export function orderedIntervals(
  intervals: readonly TimeInterval[],
): OrderedInterval[] {
  const key = (interval: OrderedInterval): string => JSON.stringify(interval);
  return intervals
    .map(orderedInterval)
    .sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

function orderedInterval(interval: TimeInterval): OrderedInterval {
  const { times, weekdays, daysOfMonth, months, years, location } = interval;
  return {
    ...(times && {
      times: times
        .map(({ start, end }) => ({ start, end }))
        .sort((a, b) =>
          `${a.start}-${a.end}` < `${b.start}-${b.end}` ? -1 : 1,
        ),
    }),
    ...(weekdays && { weekdays: ordered(weekdays, weekdayPosition) }),
    ...(daysOfMonth && { daysOfMonth: ordered(daysOfMonth, dayPosition) }),
    ...(months && { months: ordered(months, monthPosition) }),
    ...(years && { years: ordered(years, yearPosition) }),
    ...(location !== undefined && { location }),
  };
}

function ordered(
  entries: readonly string[],
  position: (entry: string) => number | undefined,
): string[] {
  const place = (entry: string, part: number): number =>
    position(entry.split(":")[part] ?? "") ?? 0;
  return [...entries].sort(
    (a, b) => place(a, 0) - place(b, 0) || place(a, 1) - place(b, 1),
  );
}
