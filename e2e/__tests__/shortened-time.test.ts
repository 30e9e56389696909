import { parse } from "yaml";
import { shortened, shortenedDuration } from "../shortened-time";

describe("shortened", () => {
  it("divides waits and ranges, and leaves names, thresholds, labels and texts", () => {
    const content = `
groups:
  - name: every 5m
    interval: 1m
    rules:
      - record: slo:ratio_rate5m
        expr: max_over_time(rate(x_total{window="5m"}[5m])[1h:30s]) > 60
        for: 1m30s
        labels: { window: 5m }
        annotations: { summary: not for 5m }
      - alert: Old
        expr: sum(increase(x_total[1d] offset 1d))
`;
    const file = shortened({ path: "rules/a.yml", content }, 60);
    expect(file.path).toBe("rules/a.yml");
    expect(parse(file.content)).toEqual({
      groups: [
        {
          name: "every 5m",
          interval: "1000ms",
          rules: [
            {
              record: "slo:ratio_rate5m",
              expr: 'max_over_time(rate(x_total{window="5m"}[5000ms])[60000ms:500ms]) > 60',
              for: "1500ms",
              labels: { window: "5m" },
              annotations: { summary: "not for 5m" },
            },
            {
              alert: "Old",
              expr: "sum(increase(x_total[1440000ms] offset 1440000ms))",
            },
          ],
        },
      ],
    });
  });
});

describe("shortenedDuration", () => {
  test.each([
    ["10s", "167ms"],
    ["1h", "60000ms"],
    ["1w2d", "12960000ms"],
    ["500ms", "8ms"],
  ])("makes %s %s", (text, expected) => {
    expect(shortenedDuration(text, 60)).toBe(expected);
  });

  test.each(["", "5", "5 m", "five minutes"])("rejects %j", (text) => {
    expect(() => shortenedDuration(text, 60)).toThrow(
      `a duration must look like 1m30s, got "${text}"`,
    );
  });
});
