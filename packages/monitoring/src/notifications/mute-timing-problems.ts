import {
  dayPosition,
  monthPosition,
  weekdayPosition,
  yearPosition,
} from "./grafana-calendar";
import type { MuteTiming, TimeInterval } from "../model/mute-timing";
import { brokenRules, got, repeatedIn } from "../rules/rule-table";

/** What Grafana refuses of the mute timings of one organisation, or spells differently in its answer. */
export function problemsInMuteTimings(
  timings: readonly MuteTiming[],
): readonly string[] {
  return [
    ...repeatedIn(timings.map(({ name }) => name)).map(
      (name) => `mute timings must have different names, got "${name}" twice`,
    ),
    ...timings.flatMap((timing) =>
      problemsInMuteTiming(timing).map(
        (problem) => `mute timing "${timing.name}": ${problem}`,
      ),
    ),
  ];
}

/** What is wrong with one mute timing. */
export function problemsInMuteTiming({
  name,
  intervals,
}: MuteTiming): readonly string[] {
  return [
    ...brokenRules([
      [name.trim() === "", `'name' must not be empty, ${got(name)}`],
      [
        intervals.length === 0,
        "'intervals' must hold at least one, got none: it would never be silent",
      ],
    ]),
    ...intervals.flatMap(problemsInInterval),
  ];
}

function problemsInInterval(interval: TimeInterval): readonly string[] {
  const { times, weekdays, daysOfMonth, months, years, location } = interval;
  const conditions = { times, weekdays, daysOfMonth, months, years };
  const given = Object.entries(conditions).filter(
    ([, entries]) => entries !== undefined,
  );
  return [
    ...brokenRules([
      [
        given.length === 0,
        `an interval must have a condition, ${got(interval)}: it would always be silent`,
      ],
      ...given.map(
        ([field, entries]) =>
          [
            entries?.length === 0,
            `'${field}' must not be empty, got []: leave it out`,
          ] as const,
      ),
    ]),
    ...(times ?? []).flatMap(({ start, end }) => timeProblem(start, end)),
    ...(weekdays ?? []).flatMap((entry) =>
      rangeProblem("weekdays", entry, weekdayRule),
    ),
    ...(daysOfMonth ?? []).flatMap((entry) =>
      rangeProblem("daysOfMonth", entry, dayRule),
    ),
    ...(months ?? []).flatMap((entry) =>
      rangeProblem("months", entry, monthRule),
    ),
    ...(years ?? []).flatMap((entry) => rangeProblem("years", entry, yearRule)),
    ...locationProblem(location),
  ];
}

function timeProblem(start: string, end: string): readonly string[] {
  const time = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/;
  const range = `${start}-${end}`;
  if (!time.test(start) || !time.test(end))
    return [
      `'times' must be HH:MM with two digits each, 24:00 at most, got "${range}"`,
    ];
  return start < end
    ? []
    : [
        `'times' must start before they end, got "${range}": split a night at midnight, ${start}-24:00 and 00:00-${end}`,
      ];
}

interface EntryRule {
  /** What entries look like, for messages. */
  readonly allowed: string;
  readonly position: (entry: string) => number | undefined;
  /** Whether a range from one position to another is never empty. @default begin before end */
  readonly isRange?: (begin: number, end: number) => boolean;
  readonly ranges: string;
}

const weekdayRule: EntryRule = {
  allowed: "lower-case names of days, or ranges of them",
  position: weekdayPosition,
  ranges: "weeks start on sunday, so split a range that passes saturday in two",
};

const monthRule: EntryRule = {
  allowed:
    "lower-case names or 1 to 12 without leading zero, or ranges of them",
  position: monthPosition,
  ranges: "split a range that passes december in two",
};

const yearRule: EntryRule = {
  allowed: "four digits, or ranges of them",
  position: yearPosition,
  ranges: "a range needs an earlier year first",
};

const dayRule: EntryRule = {
  allowed: "1 to 31 or -31 to -1 without leading zero, or ranges of them",
  position: dayPosition,
  // In the longest month day -1 is the 31st; a range that is empty there is empty in every month.
  isRange: (begin, end) =>
    begin > 0 && end < 0
      ? begin <= 32 + end
      : Math.sign(begin) === Math.sign(end) && begin < end,
  ranges:
    "a range needs an earlier day first, and a negative end where it starts negative",
};

function rangeProblem(
  field: string,
  entry: string,
  {
    allowed,
    position,
    isRange = (begin, end) => begin < end,
    ranges,
  }: EntryRule,
): readonly string[] {
  const [from = "", to, ...more] = entry.split(":");
  const begin = position(from);
  const end = to === undefined ? begin : position(to);
  if (begin === undefined || end === undefined || more.length > 0)
    return [`'${field}' must be ${allowed}, got "${entry}"`];
  if (to === undefined) return [];
  if (from === to)
    return [`'${field}' must be "${from}" instead of a range, got "${entry}"`];
  return isRange(begin, end)
    ? []
    : [`'${field}' must not run backwards, got "${entry}": ${ranges}`];
}

function locationProblem(location: string | undefined): readonly string[] {
  if (location === undefined) return [];
  const problem = `'location' must be a zone of the IANA database such as "Europe/Berlin", got "${location}"`;
  const canonical = zoneOf(location);
  // Grafana looks zones up by their exact spelling; Intl ignores case.
  const isSpelled =
    canonical === location ||
    canonical?.toLowerCase() !== location.toLowerCase();
  return canonical !== undefined &&
    isSpelled &&
    /^[A-Z][\w+-]*(\/[A-Z][\w+-]*)*$/.test(location)
    ? []
    : [problem];
}

function zoneOf(location: string): string | undefined {
  try {
    return new Intl.DateTimeFormat("en", {
      timeZone: location,
    }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
