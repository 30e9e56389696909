import type { ObjectValue } from "../../src/grafana-provider/cty";
import {
  canonicalInterval,
  canonicalMonth,
  intervalProblems,
} from "../../src/grafana-provider/time-interval";

const problems = (interval: ObjectValue): string[] =>
  intervalProblems({ intervals: [interval] });

test.each([
  ["January", "1"],
  ["march:may", "3:5"],
  ["01", "1"],
  ["1:1", "1"],
  ["12", "12"],
])("month %s comes back as %s", (given, canonical) => {
  expect(canonicalMonth(given)).toBe(canonical);
});

test("an interval comes back in the server's spelling, null where nothing was given", () => {
  expect(
    canonicalInterval({
      weekdays: ["Monday", "monday:monday"],
      days_of_month: ["05", "-03:-1"],
    }),
  ).toEqual({
    weekdays: ["monday", "monday"],
    days_of_month: ["5", "-3:-1"],
    months: null,
    years: null,
  });
});

test("accepts what the server accepts", () => {
  expect(
    problems({
      times: [{ start: "00:00", end: "24:00" }],
      weekdays: ["monday:friday", "sunday"],
      months: ["january:march", "12"],
      days_of_month: ["1:15", "-7:-1", "1:-1"],
      years: ["2026:2030"],
      location: "Europe/Berlin",
    }),
  ).toEqual([]);
});

test.each<[ObjectValue, string]>([
  [
    { times: [{ start: "22:00", end: "06:00" }] },
    "start time 22:00 must be before end time 06:00",
  ],
  [{ times: [{ start: "9:00", end: "17:00" }] }, 'couldn\'t parse time "9:00"'],
  [
    { times: [{ start: "09:00", end: "24:01" }] },
    'couldn\'t parse time "24:01"',
  ],
  [
    { weekdays: ["saturday:monday"] },
    "weekdays: saturday:monday: start must not be after end",
  ],
  [{ weekdays: ["mon"] }, "weekdays: mon is not valid"],
  [{ months: ["13"] }, "months: 13 is not valid"],
  [
    { months: ["november:february"] },
    "months: november:february: start must not be after end",
  ],
  [{ days_of_month: ["0"] }, "days_of_month: 0 is not valid"],
  [
    { days_of_month: ["-3:5"] },
    "days_of_month: -3:5: end must be negative if start is",
  ],
  [
    { days_of_month: ["20:10"] },
    "days_of_month: 20:10: start must not be after end",
  ],
  [{ years: ["2030:2026"] }, "years: 2030:2026: start must not be after end"],
  [{ location: "Mars/Olympus" }, "unknown time zone Mars/Olympus"],
])("rejects %j", (interval, problem) => {
  expect(problems(interval)).toEqual([`intervals[0]: ${problem}`]);
});
