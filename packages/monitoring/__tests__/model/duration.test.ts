import fc from "fast-check";
import {
  canonicalDuration,
  durationOf,
  isDuration,
  secondsIn,
  type Duration,
} from "../../src/model/duration";

const durations = fc
  .tuple(
    fc.nat(10_000),
    fc.constantFrom<("s" | "m" | "h" | "d" | "w")[]>("s", "m", "h", "d", "w"),
  )
  .map(([count, unit]): Duration => `${count}${unit}`);

describe("durations", () => {
  test.each([
    ["30s", 30],
    ["5m", 300],
    ["6h", 21_600],
    ["1d", 86_400],
    ["2w", 1_209_600],
    ["0s", 0],
  ] as const)("%s is %i seconds", (duration, seconds) => {
    expect(secondsIn(duration)).toBe(seconds);
  });

  test.each([
    "5 minutes",
    "5",
    "m",
    "",
    "-5m",
    "1.5h",
    "1y",
    "1M",
    "5ms",
    "1h30m",
    " 5m",
    "5m ",
    "5min",
    "１m",
    "1e3s",
  ])('rejects "%s" and says what a duration is', (text) => {
    expect(isDuration(text)).toBe(false);
    expect(() => secondsIn(text as Duration)).toThrow(
      `a duration must be a whole number and one of s, m, h, d, w, such as "5m", got "${text}"`,
    );
  });

  test.each([
    ["60s", "1m"],
    ["90s", "1m30s"],
    ["24h", "1d"],
    ["168h", "1w"],
    ["8d", "8d"],
    ["0m", "0s"],
    ["36h", "1d12h"],
    ["14d", "2w"],
  ] as const)(
    "%s is written %s, as the servers give it back",
    (duration, text) => {
      expect(canonicalDuration(duration)).toBe(text);
    },
  );

  test("one unit is enough for every length, and keeps it", () => {
    fc.assert(
      fc.property(
        durations,
        (duration) =>
          secondsIn(durationOf(secondsIn(duration))) === secondsIn(duration),
      ),
    );
  });

  test("equal lengths have one canonical spelling", () => {
    fc.assert(
      fc.property(
        durations,
        (duration) =>
          canonicalDuration(duration) ===
          canonicalDuration(durationOf(secondsIn(duration))),
      ),
    );
  });
});
