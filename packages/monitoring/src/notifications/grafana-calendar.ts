import { months, weekdays } from "../model/calendar-names";

/** 0 for `sunday` to 6 for `saturday`; undefined for other spellings. */
export function weekdayPosition(name: string): number | undefined {
  return positionIn(weekdays, name);
}

/** 1 for `january` or `1` to 12; undefined for other spellings. */
export function monthPosition(name: string): number | undefined {
  if (/^([1-9]|1[0-2])$/.test(name)) return Number(name);
  const position = positionIn(months, name);
  return position === undefined ? undefined : position + 1;
}

/** 1 to 31, or -1 for the last day of a month to -31; undefined for other spellings. */
export function dayPosition(day: string): number | undefined {
  return /^-?([1-9]|[12]\d|3[01])$/.test(day) ? Number(day) : undefined;
}

/** A year of four digits; undefined for other spellings. */
export function yearPosition(year: string): number | undefined {
  return /^[1-9]\d{3}$/.test(year) ? Number(year) : undefined;
}

function positionIn(
  names: readonly string[],
  name: string,
): number | undefined {
  const position = names.indexOf(name);
  return position < 0 ? undefined : position;
}
