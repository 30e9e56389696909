import { months, weekdays } from "../model/calendar-names";
import type { TimeRange } from "../model/mute-timing";

/** A span of whole numbers. */
export interface Range {
  readonly begin: number;
  readonly end: number;
}

/** Minutes of the day, the end exclusive. Throws unless both are `HH:MM` and the start comes first; `24:00` ends a day. */
export function timeRange({ start, end }: TimeRange): Range {
  const range = { begin: minuteOf(start), end: minuteOf(end) };
  if (range.begin >= range.end) {
    throw new Error(
      `a time range must start before it ends, got "${start}" to "${end}"; write a night as two ranges, to "24:00" and from "00:00"`,
    );
  }
  return range;
}

/** Days of the week, 0 is Sunday, which begins the week: `saturday:monday` is no range. */
export function weekdayRange(text: string): Range {
  const range = rangeOf(text, (member) => {
    const day = weekdays.indexOf(member);
    if (day < 0)
      throw new Error(
        `weekdays must be ${weekdays.join(", ")} or ranges of them, got "${text}"`,
      );
    return day;
  });
  if (range.begin > range.end) {
    throw new Error(
      `the week begins on sunday, so "${text}" is no range; write two, such as "saturday" and "sunday:monday"`,
    );
  }
  return range;
}

/** Days of the month, 1 to 31, or -1 (the last) to -31. */
export function dayOfMonthRange(text: string): Range {
  const { begin, end } = rangeOf(text, (member) =>
    numberOf(
      member,
      (day) => day !== 0 && Math.abs(day) <= 31,
      `days of the month must be 1 to 31 or -31 to -1, or ranges of them, got "${text}"`,
    ),
  );
  if (begin < 0 && end > 0) {
    throw new Error(
      `days of the month that begin with a negative day must end with one, got "${text}"`,
    );
  }
  // The shortest month decides whether a mixed range can ever be one.
  const inShortest = (day: number): number => (day < 0 ? 28 + day : day);
  if (inShortest(begin) > inShortest(end)) {
    throw new Error(
      `days of the month must not end before they begin, got "${text}"`,
    );
  }
  return { begin, end };
}

/** Months, 1 is January. */
export function monthRange(text: string): Range {
  return ascending(
    rangeOf(text, (member) => {
      const named = months.indexOf(member);
      return named >= 0
        ? named + 1
        : numberOf(
            member,
            (month) => month >= 1 && month <= 12,
            `months must be 1 to 12 or lower-case names, or ranges of them, got "${text}"`,
          );
    }),
    "months",
    text,
  );
}

/** Years. */
export function yearRange(text: string): Range {
  return ascending(
    rangeOf(text, (member) =>
      numberOf(
        member,
        (year) => year >= 1 && year <= 9999,
        `years must be numbers or ranges of them, got "${text}"`,
      ),
    ),
    "years",
    text,
  );
}

function ascending(range: Range, what: string, text: string): Range {
  if (range.begin > range.end) {
    throw new Error(
      `${what} must not end before they begin, got "${text}"; write two ranges`,
    );
  }
  return range;
}

function rangeOf(text: string, memberOf: (member: string) => number): Range {
  const members = text.split(":");
  const [first = "", second = first] = members;
  if (members.length > 2) {
    throw new Error(`a range has one colon, got "${text}"`);
  }
  return { begin: memberOf(first), end: memberOf(second) };
}

function numberOf(
  text: string,
  isAllowed: (value: number) => boolean,
  problem: string,
): number {
  const value = /^-?\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!isAllowed(value)) throw new Error(problem);
  return value;
}

function minuteOf(text: string): number {
  if (!/^((([01]\d)|(2[0-3])):[0-5]\d|24:00)$/.test(text)) {
    throw new Error(`a time must be "00:00" to "24:00", got "${text}"`);
  }
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
}
