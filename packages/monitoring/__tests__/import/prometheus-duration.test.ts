import {
  millisecondsIn,
  modelDuration,
} from "../../src/import/prometheus-duration";

describe("durations of Prometheus", () => {
  test.each([
    ["0", 0, "0s"],
    ["90s", 90_000, "90s"],
    ["1h30m", 5_400_000, "90m"],
    ["1y", 31_536_000_000, "365d"],
    ["14d", 1_209_600_000, "2w"],
    ["1s500ms", 1500, undefined],
  ])("%s is %i ms and written %s", (text, milliseconds, written) => {
    expect(millisecondsIn(text)).toBe(milliseconds);
    expect(modelDuration(milliseconds)).toBe(written);
  });

  test.each(["", "5", "5 m", "1.5h", "-5m", "m", "30m1h"])(
    "rejects %j",
    (text) => {
      expect(millisecondsIn(text)).toBeUndefined();
    },
  );
});
