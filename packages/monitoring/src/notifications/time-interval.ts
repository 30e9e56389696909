import type { MuteTiming, TimeInterval } from "../model/mute-timing";
import { daysInMonth, localTime } from "./calendar";
import {
  daysOfMonth,
  entryRange,
  months,
  timeRange,
  weekdays,
  years,
  type EntryKind,
  type Range,
} from "./interval-entries";

/** Whether `at` lies in one of the timing's intervals. Throws on an interval that cannot be read. */
export function isWithin({ intervals }: MuteTiming, at: Date): boolean {
  return intervals.some((interval) => isWithinInterval(interval, at));
}

/**
 * Whether `at` meets every condition of `interval`, as Alertmanager decides: the end of a time range is exclusive, all
 * other ranges include it; days of the month are cut to the month's length, negative ones count from its end.
 */
export function isWithinInterval(interval: TimeInterval, at: Date): boolean {
  const zone = interval.location ?? "UTC";
  const now = localTime(at, zone);
  return (
    anyOf(interval.times, timeRange, (range) =>
      contains({ begin: range.begin, end: range.end - 1 }, now.minute),
    ) &&
    anyOf(interval.daysOfMonth, rangeOf(daysOfMonth), ({ begin, end }) => {
      const lastDay = daysInMonth(now.year, now.month, zone);
      const from = begin < 0 ? lastDay + begin + 1 : begin;
      const to = end < 0 ? lastDay + end + 1 : end;
      return (
        from <= lastDay &&
        contains({ begin: from, end: Math.min(to, lastDay) }, now.day)
      );
    }) &&
    anyOf(interval.months, rangeOf(months), (range) =>
      contains(range, now.month),
    ) &&
    anyOf(interval.weekdays, rangeOf(weekdays), (range) =>
      contains(range, now.weekday),
    ) &&
    anyOf(interval.years, rangeOf(years), (range) => contains(range, now.year))
  );
}

function rangeOf(kind: EntryKind): (entry: string) => Range {
  return (entry) => entryRange(kind, entry);
}

function contains({ begin, end }: Range, value: number): boolean {
  return begin <= value && value <= end;
}

/** A condition that is not given holds. */
function anyOf<T>(
  entries: readonly T[] | undefined,
  rangeOf: (entry: T) => Range,
  holds: (range: Range) => boolean,
): boolean {
  return (
    entries === undefined ||
    entries.length === 0 ||
    entries.some((entry) => holds(rangeOf(entry)))
  );
}
