import { duplicateNameProblems } from "../internal/duplicates";
import { problemsAt, type Problem } from "../internal/problem";
import type { MuteTiming, TimeInterval } from "../model/mute-timing";
import { got } from "../rules/rule-table";
import { losesDays, zoneProblem } from "./calendar";
import {
  daysOfMonth,
  entryRows,
  months,
  timeProblem,
  weekdays,
  years,
} from "./interval-entries";

/** What a server refuses of mute timings, or spells differently in its answer, and timings that mute for ever. */
export function muteTimingProblems(
  timings: readonly MuteTiming[],
): readonly Problem[] {
  return [
    ...duplicateNameProblems(
      "mute timing",
      timings.map(({ name }) => name),
    ),
    ...timings.flatMap(problemsOfOne),
  ];
}

function problemsOfOne({ name, intervals }: MuteTiming): readonly Problem[] {
  const path = `mute timing "${name}"`;
  return [
    ...problemsAt(path, [
      ["name", name.trim() === "", `'name' must not be empty, ${got(name)}`],
      [
        "empty-timing",
        intervals.length === 0,
        "'intervals' must hold at least one, got none: it would never be silent",
      ],
    ]),
    ...intervals.flatMap((interval, index) =>
      intervalProblems(interval, `${path} > interval ${index + 1}`),
    ),
  ];
}

function intervalProblems(
  interval: TimeInterval,
  path: string,
): readonly Problem[] {
  const { times, location } = interval;
  const kinds = [weekdays, daysOfMonth, months, years];
  const conditions = Object.entries(interval).filter(
    ([field, entries]) => field !== "location" && entries !== undefined,
  );
  const zone = location === undefined ? undefined : zoneProblem(location);
  return [
    ...problemsAt(path, [
      [
        "empty-interval",
        conditions.length === 0,
        `an interval must have a condition, ${got(interval)}: it would always be silent`,
      ],
      ...conditions.map(
        ([field, entries]) =>
          [
            "empty-interval",
            (entries as readonly unknown[]).length === 0,
            `'${field}' must not be empty, got []: leave it out`,
          ] as const,
      ),
      ...(times ?? []).map((range) => {
        const problem = timeProblem(range);
        return ["time-interval", problem !== undefined, problem ?? ""] as const;
      }),
      ...kinds.flatMap((kind) =>
        (interval[kind.field] ?? []).flatMap((entry) => entryRows(kind, entry)),
      ),
      ["location", zone !== undefined, `'location' ${zone ?? ""}`],
    ]),
    ...(zone === undefined ? monthEndWarnings(interval, path) : []),
  ];
}

/** Any year in which the zones of today have their rules of summer time. */
const usualYear = 2025;

function monthEndWarnings(
  { location, daysOfMonth: days = [] }: TimeInterval,
  path: string,
): readonly Problem[] {
  const reachesMonthEnd = days.some((day) => /-|29|30|31/.test(day));
  return location === undefined ||
    !reachesMonthEnd ||
    !losesDays(location, usualYear)
    ? []
    : [
        {
          rule: "month-end",
          severity: "warning",
          path,
          message: `Alertmanager and Grafana take the month in which clocks go forward in ${location} for a day shorter, so days from its end are a day early and its last day is never meant; use location "UTC", or days up to 28`,
        },
      ];
}
