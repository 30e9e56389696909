import { MuteTiming as GrafanaMuteTiming } from "@cdktf/provider-grafana/lib/mute-timing";
import { MuteTimings } from "../src/mute-timings";
import type { MuteTiming, TimeInterval } from "monitoring-as-code";
import { synthesizedGrafana, testStack } from "./test-stack";

const nights: MuteTiming = {
  name: "nights",
  intervals: [
    { times: [{ start: "20:00", end: "24:00" }] },
    { times: [{ start: "00:00", end: "08:00" }] },
  ],
};
const weekends: MuteTiming = {
  name: "weekends",
  intervals: [{ weekdays: ["saturday", "sunday"], location: "Europe/Berlin" }],
};

function define(...muteTimings: readonly MuteTiming[]): MuteTimings {
  return new MuteTimings(testStack(), "mute-timings", { muteTimings });
}

function synthesize(...muteTimings: readonly MuteTiming[]): string {
  return synthesizedGrafana((stack) => {
    new MuteTimings(stack, "mute-timings", { muteTimings });
  });
}

const times = (start: string, end: string): TimeInterval => ({
  times: [{ start, end }],
});

describe("MuteTimings", () => {
  it("defines a timing that goes only after what uses it", () => {
    expect(synthesize(weekends)).toHaveResourceWithProperties(
      GrafanaMuteTiming,
      {
        name: "weekends",
        intervals: [
          { weekdays: ["sunday", "saturday"], location: "Europe/Berlin" },
        ],
        disable_provenance: false,
        lifecycle: { create_before_destroy: true },
      },
    );
  });

  it("writes entries from early to late, however they are given", () => {
    const interval: TimeInterval = {
      times: [
        { start: "18:00", end: "24:00" },
        { start: "00:00", end: "06:30" },
      ],
      weekdays: ["friday:saturday", "monday"],
      daysOfMonth: ["15", "1:3", "-2:-1"],
      months: ["december", "6:8", "january"],
      years: ["2028", "2026:2027"],
    };
    expect(
      synthesize({ name: "all", intervals: [interval] }),
    ).toHaveResourceWithProperties(GrafanaMuteTiming, {
      intervals: [
        {
          times: [
            { start: "00:00", end: "06:30" },
            { start: "18:00", end: "24:00" },
          ],
          weekdays: ["monday", "friday:saturday"],
          days_of_month: ["-2:-1", "1:3", "15"],
          months: ["january", "6:8", "december"],
          years: ["2026:2027", "2028"],
        },
      ],
    });
  });

  it("does not depend on the order of timings and intervals", () => {
    const turned = { ...nights, intervals: [...nights.intervals].reverse() };
    expect(synthesize(turned, weekends)).toBe(synthesize(weekends, nights));
  });

  it("hands over names as references", () => {
    const timings = define(weekends, nights);
    expect(timings.nameOf({ ...nights })).toMatch(/TfToken/);
    expect(timings.names).toEqual(["nights", "weekends"]);
    expect(timings.resources).toHaveLength(2);
  });

  it("rejects to name a timing that it has not", () => {
    expect(() => define(nights).nameOf(weekends)).toThrow(
      new Error(
        'test/mute-timings: there is no mute timing "weekends", only nights; add it',
      ),
    );
  });

  test.each<TimeInterval>([
    times("00:00", "24:00"),
    { weekdays: ["sunday:saturday"] },
    { daysOfMonth: ["1:-1"] },
    { daysOfMonth: ["27:-1"] },
    { months: ["january:march"] },
    { months: ["1", "12"] },
    { weekdays: ["monday"], location: "UTC" },
    { weekdays: ["monday"], location: "America/Argentina/Buenos_Aires" },
    { weekdays: ["monday"], location: "Asia/Calcutta" },
    { weekdays: ["monday"], location: "Etc/GMT+5" },
  ])("takes %j", (interval) => {
    expect(define({ name: "ok", intervals: [interval] }).names).toEqual(["ok"]);
  });

  const time = "'times' must be HH:MM with two digits each, 24:00 at most, got";
  const day =
    "'weekdays' must be lower-case names of days, or ranges of them, got";
  const date =
    "'daysOfMonth' must be 1 to 31 or -31 to -1 without leading zero, or ranges of them, got";
  const backwards =
    "a range needs an earlier day first, in the shortest month too, and a negative end where it starts negative";
  const month =
    "'months' must be lower-case names or 1 to 12 without leading zero, or ranges of them, got";
  const zone =
    "'location' must be an IANA time zone such as \"Europe/Berlin\", got";
  test.each<[unknown, string]>([
    [times("9:00", "12:00"), `${time} "9:00-12:00"`],
    [times("09:00", "24:30"), `${time} "09:00-24:30"`],
    [times("09:00", "17:60"), `${time} "09:00-17:60"`],
    [times("25:00", "26:00"), `${time} "25:00-26:00"`],
    // prettier-ignore
    [times("22:00", "06:00"), `'times' must start before they end, got "22:00-06:00": split a night at midnight, 22:00-24:00 and 00:00-06:00`],
    // prettier-ignore
    [times("12:00", "12:00"), `'times' must start before they end, got "12:00-12:00": split a night at midnight, 12:00-24:00 and 00:00-12:00`],
    [{ weekdays: ["Monday"] }, `${day} "Monday"`],
    [{ weekdays: ["mon"] }, `${day} "mon"`],
    [{ weekdays: ["monday:"] }, `${day} "monday:"`],
    // prettier-ignore
    [{ weekdays: ["monday:monday"] }, `'weekdays' must be "monday" instead of a range, got "monday:monday"`],
    // prettier-ignore
    [{ weekdays: ["saturday:monday"] }, `'weekdays' must not run backwards, got "saturday:monday": weeks start on sunday, so split a range that passes saturday in two`],
    // prettier-ignore
    [{ weekdays: ["monday:sunday"] }, `'weekdays' must not run backwards, got "monday:sunday": weeks start on sunday, so split a range that passes saturday in two`],
    [{ daysOfMonth: ["05"] }, `${date} "05"`],
    [{ daysOfMonth: ["0"] }, `${date} "0"`],
    [{ daysOfMonth: ["32"] }, `${date} "32"`],
    [{ daysOfMonth: ["-32"] }, `${date} "-32"`],
    [{ daysOfMonth: ["1:2:3"] }, `${date} "1:2:3"`],
    // prettier-ignore
    [{ daysOfMonth: ["5:1"] }, `'daysOfMonth' must not run backwards, got "5:1": ${backwards}`],
    // prettier-ignore
    [{ daysOfMonth: ["-1:-5"] }, `'daysOfMonth' must not run backwards, got "-1:-5": ${backwards}`],
    // prettier-ignore
    [{ daysOfMonth: ["29:-1"] }, `'daysOfMonth' must not run backwards, got "29:-1": ${backwards}`],
    // prettier-ignore
    [{ daysOfMonth: ["-5:5"] }, `'daysOfMonth' must not run backwards, got "-5:5": ${backwards}`],
    // prettier-ignore
    [{ daysOfMonth: ["30:-10"] }, `'daysOfMonth' must not run backwards, got "30:-10": ${backwards}`],
    // prettier-ignore
    [{ daysOfMonth: ["7:7"] }, `'daysOfMonth' must be "7" instead of a range, got "7:7"`],
    [{ months: ["January"] }, `${month} "January"`],
    [{ months: ["01"] }, `${month} "01"`],
    [{ months: ["13"] }, `${month} "13"`],
    [{ months: ["1:1"] }, `'months' must be "1" instead of a range, got "1:1"`],
    // prettier-ignore
    [{ months: ["december:january"] }, `'months' must not run backwards, got "december:january": split a range that passes december in two`],
    // prettier-ignore
    [{ years: ["26"] }, `'years' must be four digits, or ranges of them, got "26"`],
    // prettier-ignore
    [{ years: ["2028:2026"] }, `'years' must not run backwards, got "2028:2026": a range needs an earlier year first`],
    [{ weekdays: ["monday"], location: "Mars" }, `${zone} "Mars"`],
    [{ weekdays: ["monday"], location: "Local" }, `${zone} "Local"`],
    // prettier-ignore
    [{ weekdays: ["monday"], location: "europe/berlin" }, `'location' must be written "Europe/Berlin", got "europe/berlin"`],
    [{ weekdays: ["monday"], location: "+01:00" }, `${zone} "+01:00"`],
    // prettier-ignore
    [{}, "an interval must have a condition, got {}: it would always be silent"],
    // prettier-ignore
    [{ location: "UTC" }, `an interval must have a condition, got {"location":"UTC"}: it would always be silent`],
    // prettier-ignore
    [{ weekdays: [] }, "'weekdays' must not be empty, got []: leave it out"],
  ])("rejects %j", (interval, problem) => {
    expect(() =>
      define({ name: "bad", intervals: [interval as TimeInterval] }),
    ).toThrow(
      new Error(
        `test/mute-timings: mute timing "bad" > interval 1: ${problem}`,
      ),
    );
  });

  test.each<[string, readonly MuteTiming[], string]>([
    // prettier-ignore
    ["two timings of one name", [nights, nights], 'mute timing "nights": the name must be used once, got it 2 times; rename all but one'],
    // prettier-ignore
    ["an empty name", [{ ...nights, name: "" }], `mute timing "": 'name' must not be empty, got ""`],
    // prettier-ignore
    ["a timing without intervals", [{ name: "never", intervals: [] }], `mute timing "never": 'intervals' must hold at least one, got none: it would never be silent`],
  ])("rejects %s", (_, muteTimings, problem) => {
    expect(() => define(...muteTimings)).toThrow(
      new Error(`test/mute-timings: ${problem}`),
    );
  });
});
