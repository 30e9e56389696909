import * as fc from "fast-check";
import {
  canonicalDuration,
  formatDuration,
  parseDuration,
} from "../../src/grafana-provider/prometheus-duration";

test.each([
  ["60s", "1m"],
  ["90s", "1m30s"],
  ["24h", "1d"],
  ["168h", "1w"],
  ["0", "0s"],
  ["0s", "0s"],
  ["8d", "8d"],
  ["365d", "1y"],
  ["1500ms", "1s500ms"],
  ["5m", "5m"],
])("%s comes back as %s", (given, canonical) => {
  expect(canonicalDuration(given)).toBe(canonical);
});

test("the canonical spelling means the same and is its own canonical spelling", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 12 }), (milliseconds) => {
      const canonical = formatDuration(milliseconds);
      expect(parseDuration(canonical)).toBe(milliseconds);
      expect(canonicalDuration(canonical)).toBe(canonical);
    }),
  );
});

test.each(["", "5", "m", "1.5h", "5 m", "1s1m", "-5m", "5M"])(
  "rejects %j",
  (text) => {
    expect(parseDuration(text)).toBeUndefined();
  },
);
