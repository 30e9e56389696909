import type { TimeInterval } from "../model/mute-timing";
import type { Notifications } from "../model/deployment";
import { losesDays, zoneProblem } from "./calendar";
import { routesIn } from "./routes-in";
import type { ProblemList } from "./routing-problem";
import {
  dayOfMonthRange,
  monthRange,
  timeRange,
  weekdayRange,
  yearRange,
} from "./time-range";

/** Mute timings that a back end refuses, or that mute for ever. */
export function checkMuteTimings(
  { muteTimings: timings, route }: Notifications,
  problems: ProblemList,
): void {
  problems.duplicates(
    "mute timing",
    timings.map(({ name }) => name),
  );
  const used = new Set(
    routesIn(route).flatMap(({ muteTimings = [], activeTimings = [] }) => [
      ...muteTimings,
      ...activeTimings,
    ]),
  );
  for (const timing of timings) {
    const path = `mute timing "${timing.name}"`;
    if (timing.name.trim() === "") {
      problems.error("name", path, "a mute timing must have a name");
    }
    if (timing.intervals.length === 0) {
      problems.error(
        "empty-timing",
        path,
        "a mute timing must have at least one interval, or it never applies",
      );
    }
    if (!used.has(timing)) {
      problems.warning(
        "unused-timing",
        path,
        "no route uses it; use it or remove it",
      );
    }
    timing.intervals.forEach((interval, index) => {
      checkInterval(interval, `${path}, interval ${index + 1}`, problems);
    });
  }
}

function checkInterval(
  interval: TimeInterval,
  path: string,
  problems: ProblemList,
): void {
  const { times, weekdays, daysOfMonth, months, years, location } = interval;
  const conditions = { times, weekdays, daysOfMonth, months, years };
  if (Object.values(conditions).every((entries) => entries === undefined)) {
    problems.error(
      "empty-interval",
      path,
      "an interval without times, weekdays, days, months or years always holds; give it one of them",
    );
  }
  for (const [name, entries] of Object.entries(conditions)) {
    if (entries?.length === 0) {
      problems.error(
        "empty-interval",
        path,
        `${name} must not be empty; leave it out or name one`,
      );
    }
  }
  const check = <T>(
    entries: readonly T[] | undefined,
    rangeOf: (entry: T) => unknown,
  ): void => {
    for (const entry of entries ?? []) {
      try {
        rangeOf(entry);
      } catch (error) {
        problems.error(
          "time-interval",
          path,
          error instanceof Error ? error.message : String(error),
        );
      }
    }
  };
  check(times, timeRange);
  check(weekdays, weekdayRange);
  check(daysOfMonth, dayOfMonthRange);
  check(months, monthRange);
  check(years, yearRange);
  const problem = location === undefined ? undefined : zoneProblem(location);
  if (problem !== undefined) {
    problems.error("location", path, `location ${problem}`);
  } else if (location !== undefined && reachesMonthEnd(daysOfMonth ?? [])) {
    checkMonthEnd(location, path, problems);
  }
}

function reachesMonthEnd(days: readonly string[]): boolean {
  return days.some((day) => /-|29|30|31/.test(day));
}

/** Any year in which the zones of today have their rules of summer time. */
const usualYear = 2025;

function checkMonthEnd(
  location: string,
  path: string,
  problems: ProblemList,
): void {
  if (!losesDays(location, usualYear)) return;
  problems.warning(
    "month-end",
    path,
    `Alertmanager and Grafana take the month in which clocks go forward in ${location} for a day shorter, so days from its end are a day early and its last day is never meant; use location "UTC", or days up to 28`,
  );
}
