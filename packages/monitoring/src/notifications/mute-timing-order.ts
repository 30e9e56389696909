import type { TimeInterval } from "../model/mute-timing";
import { compare } from "../internal/text-order";
import * as entries from "./interval-entries";

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
  return intervals.map(orderedInterval).sort((a, b) => compare(key(a), key(b)));
}

function orderedInterval(interval: TimeInterval): OrderedInterval {
  const { times, weekdays, daysOfMonth, months, years, location } = interval;
  return {
    ...(times && {
      times: times
        .map(({ start, end }) => ({ start, end }))
        .sort((a, b) => compare(a.start, b.start) || compare(a.end, b.end)),
    }),
    ...(weekdays && { weekdays: ordered(weekdays, entries.weekdays) }),
    ...(daysOfMonth && {
      daysOfMonth: ordered(daysOfMonth, entries.daysOfMonth),
    }),
    ...(months && { months: ordered(months, entries.months) }),
    ...(years && { years: ordered(years, entries.years) }),
    ...(location !== undefined && { location }),
  };
}

function ordered(
  texts: readonly string[],
  { position }: entries.EntryKind,
): string[] {
  const place = (entry: string, part: number): number =>
    position(entry.split(":")[part] ?? "") ?? 0;
  return [...texts].sort(
    (a, b) => place(a, 0) - place(b, 0) || place(a, 1) - place(b, 1),
  );
}
