import type { ProblemRow } from "../internal/problem";
import * as calendar from "../model/calendar-names";
import type { TimeRange } from "../model/mute-timing";

/** A span of whole numbers. */
export interface Range {
  readonly begin: number;
  readonly end: number;
}

/** How the entries of one field of an interval are written: `monday`, `6:8`. */
export interface EntryKind {
  readonly field: "weekdays" | "daysOfMonth" | "months" | "years";
  /** What entries look like, for messages. */
  readonly allowed: string;
  /** Where an entry without colon stands in its order; undefined for what is none. */
  readonly position: (entry: string) => number | undefined;
  /** Whether a range is not empty. */
  readonly isRange: (begin: number, end: number) => boolean;
  /** What to do about a range that is empty. */
  readonly ranges: string;
}

const ascends = (begin: number, end: number): boolean => begin <= end;

/** Days of the week, 0 is Sunday, which begins the week: `saturday:monday` is no range. */
export const weekdays: EntryKind = {
  field: "weekdays",
  allowed: "lower-case names of days, or ranges of them",
  position: (entry) => positionIn(calendar.weekdays, entry),
  isRange: ascends,
  ranges: "weeks start on sunday, so split a range that passes saturday in two",
};

/** Days of a month, 1 to 31, or -1 (the last) to -31. */
export const daysOfMonth: EntryKind = {
  field: "daysOfMonth",
  allowed: "1 to 31 or -31 to -1 without leading zero, or ranges of them",
  position: (entry) => {
    const day = /^-?\d{1,2}$/.test(entry) ? Number(entry) : 0;
    return day === 0 || Math.abs(day) > 31 ? undefined : day;
  },
  // As Alertmanager and Grafana decide: the shortest month, of 28 days, says whether a range can be one.
  isRange: (begin, end) =>
    (begin > 0 || end < 0) && inShortest(begin) <= inShortest(end),
  ranges:
    "a range needs an earlier day first, in the shortest month too, and a negative end where it starts negative",
};

/** Months, 1 is January. */
export const months: EntryKind = {
  field: "months",
  allowed:
    "lower-case names or 1 to 12 without leading zero, or ranges of them",
  position: (entry) => {
    const named = positionIn(calendar.months, entry);
    if (named !== undefined) return named + 1;
    return /^(0?[1-9]|1[0-2])$/.test(entry) ? Number(entry) : undefined;
  },
  isRange: ascends,
  ranges: "split a range that passes december in two",
};

/** Years. */
export const years: EntryKind = {
  field: "years",
  allowed: "four digits, or ranges of them",
  position: (entry) => (/^[1-9]\d{3}$/.test(entry) ? Number(entry) : undefined),
  isRange: ascends,
  ranges: "a range needs an earlier year first",
};

/** The span that an entry stands for. Throws on one that no server reads. */
export function entryRange(kind: EntryKind, entry: string): Range {
  const range = readEntry(kind, entry);
  if (typeof range === "string") throw new Error(range);
  return range;
}

/** What is wrong with an entry. */
export function entryRows(
  kind: EntryKind,
  entry: string,
): readonly ProblemRow[] {
  const { field, allowed } = kind;
  const range = readEntry(kind, entry);
  if (typeof range === "string") return [["time-interval", true, range]];
  const [from = "", to] = entry.split(":");
  return [
    // Grafana answers with a spelling of its own: a difference after every apply.
    [
      "time-interval",
      /(^|[:-])0/.test(entry),
      `'${field}' must be ${allowed}, got "${entry}"`,
      "grafana",
    ],
    [
      "time-interval",
      from === to,
      `'${field}' must be "${from}" instead of a range, got "${entry}"`,
      "grafana",
    ],
  ];
}

/** Minutes of the day, the end exclusive. Throws on times that no server reads. */
export function timeRange(range: TimeRange): Range {
  const problem = timeProblem(range);
  if (problem !== undefined) throw new Error(problem);
  const { start, end } = range;
  return { begin: minuteOf(start), end: minuteOf(end) };
}

/** What is wrong with a span of a day, `undefined` when nothing. */
export function timeProblem({ start, end }: TimeRange): string | undefined {
  const time = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/;
  const range = `${start}-${end}`;
  if (!time.test(start) || !time.test(end))
    return `'times' must be HH:MM with two digits each, 24:00 at most, got "${range}"`;
  return start < end
    ? undefined
    : `'times' must start before they end, got "${range}": split a night at midnight, ${start}-24:00 and 00:00-${end}`;
}

/** The span that an entry stands for, or why no server reads it. */
function readEntry(
  { field, allowed, position, isRange, ranges }: EntryKind,
  entry: string,
): Range | string {
  const [from = "", to = from, ...more] = entry.split(":");
  const begin = position(from);
  const end = position(to);
  if (begin === undefined || end === undefined || more.length > 0)
    return `'${field}' must be ${allowed}, got "${entry}"`;
  return isRange(begin, end)
    ? { begin, end }
    : `'${field}' must not run backwards, got "${entry}": ${ranges}`;
}

function inShortest(day: number): number {
  return day < 0 ? 28 + day : day;
}

function positionIn(
  names: readonly string[],
  name: string,
): number | undefined {
  const position = names.indexOf(name);
  return position < 0 ? undefined : position;
}

function minuteOf(text: string): number {
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
}
