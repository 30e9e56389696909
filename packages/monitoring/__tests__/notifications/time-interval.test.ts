import fc from "fast-check";
import type { TimeInterval } from "../../src/model/mute-timing";
import {
  isWithin,
  isWithinInterval,
} from "../../src/notifications/time-interval";
import { arbitraryInterval } from "./arbitrary-notifications";

function holds(interval: TimeInterval, at: string): boolean {
  return isWithinInterval(interval, new Date(at));
}

describe("isWithinInterval", () => {
  it.each<[TimeInterval, string, boolean]>([
    [{ times: [{ start: "09:00", end: "17:00" }] }, "2026-01-05T09:00Z", true],
    [
      { times: [{ start: "09:00", end: "17:00" }] },
      "2026-01-05T16:59:59Z",
      true,
    ],
    [{ times: [{ start: "09:00", end: "17:00" }] }, "2026-01-05T17:00Z", false],
    [
      { times: [{ start: "18:00", end: "24:00" }] },
      "2026-01-05T23:59:59Z",
      true,
    ],
    [{ weekdays: ["monday:friday"] }, "2026-01-05T00:00Z", true],
    [{ weekdays: ["monday:friday"] }, "2026-01-04T23:59Z", false],
    [{ weekdays: ["sunday:tuesday"] }, "2026-01-04T12:00Z", true],
    [{ daysOfMonth: ["1:5"] }, "2026-01-05T12:00Z", true],
    [{ daysOfMonth: ["1:5"] }, "2026-01-06T12:00Z", false],
    [{ daysOfMonth: ["-1"] }, "2026-02-28T12:00Z", true],
    [{ daysOfMonth: ["-1"] }, "2028-02-28T12:00Z", false],
    [{ daysOfMonth: ["-1"] }, "2028-02-29T12:00Z", true],
    [{ daysOfMonth: ["29:31"] }, "2026-02-28T12:00Z", false],
    [{ daysOfMonth: ["28:31"] }, "2026-02-28T12:00Z", true],
    [{ daysOfMonth: ["15:-7"] }, "2026-02-22T12:00Z", true],
    [{ daysOfMonth: ["15:-7"] }, "2026-02-23T12:00Z", false],
    [{ months: ["6:8"] }, "2026-07-01T00:00Z", true],
    [{ months: ["june:august"] }, "2026-09-01T00:00Z", false],
    [{ years: ["2026:2028"] }, "2028-12-31T23:59Z", true],
    [{ years: ["2026"] }, "2027-01-01T00:00Z", false],
    [
      { weekdays: ["friday"], times: [{ start: "12:00", end: "13:00" }] },
      "2026-12-25T12:30Z",
      true,
    ],
    [
      { weekdays: ["friday"], times: [{ start: "12:00", end: "13:00" }] },
      "2026-12-24T12:30Z",
      false,
    ],
  ])("%j at %s: %s", (interval, at, expected) => {
    expect(holds(interval, at)).toBe(expected);
  });

  it("reads clock and calendar of its location, through summer time", () => {
    const morning: TimeInterval = {
      times: [{ start: "08:00", end: "09:00" }],
      location: "Europe/Berlin",
    };
    expect(holds(morning, "2026-01-05T07:30Z")).toBe(true);
    expect(holds(morning, "2026-07-05T07:30Z")).toBe(false);
    expect(holds(morning, "2026-07-05T06:30Z")).toBe(true);
    const newYear: TimeInterval = {
      daysOfMonth: ["1"],
      months: ["january"],
      years: ["2027"],
      weekdays: ["friday"],
      location: "Asia/Tokyo",
    };
    expect(holds(newYear, "2026-12-31T15:00Z")).toBe(true);
    expect(holds(newYear, "2026-12-31T14:59Z")).toBe(false);
  });

  it("counts the days of a month in which clocks go forward as Alertmanager does, one less", () => {
    const last: TimeInterval = {
      daysOfMonth: ["-1"],
      location: "America/New_York",
    };
    expect(holds(last, "2025-03-30T15:00Z")).toBe(true);
    expect(holds(last, "2025-03-31T15:00Z")).toBe(false);
    expect(holds(last, "2025-11-30T15:00Z")).toBe(true);
    expect(holds(last, "2025-12-31T15:00Z")).toBe(true);
    const late: TimeInterval = { ...last, daysOfMonth: ["19:31"] };
    expect(holds(late, "2025-03-31T13:26Z")).toBe(false);
    expect(holds(late, "2025-05-31T13:26Z")).toBe(true);
    expect(holds({ daysOfMonth: ["-1"] }, "2025-03-31T15:00Z")).toBe(true);
  });

  it("holds at a moment when each condition alone does", () => {
    fc.assert(
      fc.property(
        arbitraryInterval,
        fc.date({
          min: new Date("2022-12-30"),
          max: new Date("2029-01-02"),
          noInvalidDate: true,
        }),
        ({ location, ...conditions }, at) => {
          const here = location === undefined ? {} : { location };
          const alone = Object.entries(conditions).map(([name, entries]) =>
            isWithinInterval({ ...here, [name]: entries }, at),
          );
          expect(isWithinInterval({ ...here, ...conditions }, at)).toBe(
            alone.every(Boolean),
          );
        },
      ),
    );
  });

  it("is unmoved by a location that is UTC", () => {
    fc.assert(
      fc.property(
        arbitraryInterval,
        fc.date({
          min: new Date("2022-12-30"),
          max: new Date("2029-01-02"),
          noInvalidDate: true,
        }),
        (interval, at) => {
          const { location, ...nowhere } = interval;
          expect(isWithinInterval({ ...interval, location: "UTC" }, at)).toBe(
            location === undefined
              ? isWithinInterval(interval, at)
              : isWithinInterval(nowhere, at),
          );
        },
      ),
    );
  });
});

describe("isWithin", () => {
  it("holds when one of the intervals does", () => {
    const timing = {
      name: "weekend or noon",
      intervals: [
        { weekdays: ["saturday" as const] },
        { times: [{ start: "12:00", end: "13:00" }] },
      ],
    };
    expect(isWithin(timing, new Date("2026-12-26T03:00Z"))).toBe(true);
    expect(isWithin(timing, new Date("2026-12-25T12:00Z"))).toBe(true);
    expect(isWithin(timing, new Date("2026-12-25T03:00Z"))).toBe(false);
  });
});
