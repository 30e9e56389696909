/** The intervals of a mute timing as the server checks and rewrites them. */
import { blocks, text, texts, type ObjectValue, type Value } from "./cty";

const weekdays = [
  "sunday",
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
];
const months = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

/** The server's spelling: months by number, `1:1` as `1`, weekdays in lower case. */
export function canonicalInterval(interval: ObjectValue): ObjectValue {
  const each = (name: string, spell: (range: string) => string): Value =>
    interval[name] === null || interval[name] === undefined
      ? null
      : texts(interval[name]).map((range) => joined(range, spell));
  return {
    ...interval,
    weekdays: each("weekdays", (day) => day.toLowerCase()),
    months: each("months", canonicalMonth),
    days_of_month: each("days_of_month", number),
    years: each("years", number),
  };
}

/** `January` → `1`, `03` → `3`, `january:march` → `1:3`. */
export function canonicalMonth(range: string): string {
  return joined(range, (month) => {
    const named = months.indexOf(month.toLowerCase());
    return named === -1 ? number(month) : String(named + 1);
  });
}

/** What the server refuses in the intervals of a mute timing. */
export function intervalProblems(timing: ObjectValue): string[] {
  return blocks(timing["intervals"]).flatMap((interval, index) =>
    [
      ...blocks(interval["times"]).flatMap(timeProblems),
      ...rangeProblems(interval, "weekdays", (day) => weekdays.indexOf(day)),
      ...rangeProblems(interval, "months", (month) =>
        within(Number(canonicalMonth(month)), 1, 12),
      ),
      ...rangeProblems(interval, "years", (year) =>
        within(Number(year), 1, 9999),
      ),
      ...texts(interval["days_of_month"]).flatMap(dayProblems),
      ...locationProblems(text(interval["location"])),
    ].map((problem) => `intervals[${index}]: ${problem}`),
  );
}

function timeProblems(times: ObjectValue): string[] {
  const [start, end] = [text(times["start"]), text(times["end"])];
  const bad = [start, end].filter(
    (time) => !/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/.test(time ?? ""),
  );
  if (bad.length > 0) {
    return bad.map((time) => `couldn't parse time ${JSON.stringify(time)}`);
  }
  return start! < end!
    ? []
    : [`start time ${start} must be before end time ${end}`];
}

function rangeProblems(
  interval: ObjectValue,
  field: string,
  position: (value: string) => number,
): string[] {
  return texts(interval[field]).flatMap((range) => {
    const [begin, end = begin] = range.toLowerCase().split(":").map(position);
    if (begin === undefined || end === undefined) return [];
    if (begin < 0 || end < 0) return [`${field}: ${range} is not valid`];
    return begin <= end
      ? []
      : [`${field}: ${range}: start must not be after end`];
  });
}

function dayProblems(range: string): string[] {
  const [begin, end = begin] = range.split(":").map(Number);
  const valid = (day: number | undefined): boolean =>
    day !== undefined &&
    Number.isInteger(day) &&
    day !== 0 &&
    Math.abs(day) <= 31;
  if (!valid(begin) || !valid(end))
    return [`days_of_month: ${range} is not valid`];
  if (begin! < 0 && end! > 0) {
    return [`days_of_month: ${range}: end must be negative if start is`];
  }
  const sameSign = Math.sign(begin!) === Math.sign(end!);
  return sameSign && begin! > end!
    ? [`days_of_month: ${range}: start must not be after end`]
    : [];
}

function locationProblems(location: string | undefined): string[] {
  if (location === undefined || location === "") return [];
  try {
    new Intl.DateTimeFormat("en", { timeZone: location });
    return [];
  } catch {
    return [`unknown time zone ${location}`];
  }
}

function joined(range: string, spell: (value: string) => string): string {
  const [begin, end] = range.split(":").map(spell);
  return end === undefined || end === begin ? begin! : `${begin}:${end}`;
}

function number(value: string): string {
  return /^-?\d+$/.test(value) ? String(Number(value)) : value;
}

function within(value: number, low: number, high: number): number {
  return Number.isInteger(value) && value >= low && value <= high ? value : -1;
}
