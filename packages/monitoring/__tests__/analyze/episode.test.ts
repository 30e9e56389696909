import fc from "fast-check";
import { episodesOf, type RangeSeries } from "../../src/analyze/episode";
import type { Labels } from "../../src/model/labels";

const labels: Labels = { alertname: "Down", instance: "a:80" };
const firing = (times: readonly number[]): RangeSeries => ({
  labels: { ...labels, __name__: "ALERTS", alertstate: "firing" },
  samples: times.map((time) => [time, 1] as const),
});
const history = (
  times: readonly number[],
  since: readonly (readonly [number, number])[] = [],
) => ({
  start: 0,
  end: 600,
  stepSeconds: 60,
  firing: [firing(times)],
  activeSince: [
    { labels: { ...labels, __name__: "ALERTS_FOR_STATE" }, samples: since },
  ],
});

describe("episodesOf", () => {
  test.each<
    [
      string,
      readonly number[],
      readonly (readonly [number, number])[],
      readonly (readonly [number, number, boolean])[],
    ]
  >([
    ["nothing", [], [], []],
    ["one sample", [60], [], [[60, 60, false]]],
    ["a run", [60, 120, 180], [], [[60, 180, false]]],
    [
      "two runs",
      [60, 120, 300],
      [],
      [
        [60, 120, false],
        [300, 300, false],
      ],
    ],
    ["what fires still", [540, 600], [], [[540, 600, true]]],
    [
      "a gap with the condition held since before it",
      [60, 300],
      [
        [60, 30],
        [300, 30],
      ],
      [[60, 300, false]],
    ],
    [
      "a gap with the condition held since within it",
      [60, 300],
      [
        [60, 30],
        [300, 200],
      ],
      [
        [60, 60, false],
        [300, 300, false],
      ],
    ],
  ])("reads %s", (_, times, since, expected) => {
    expect(
      episodesOf(history(times, since)).map(({ start, end, ongoing }) => [
        start,
        end,
        ongoing,
      ]),
    ).toEqual(expected);
  });

  it("keeps the alert's own labels only", () => {
    expect(episodesOf(history([60]))[0]?.labels).toEqual(labels);
  });

  it("covers every sample with exactly one episode, whatever the gaps", () => {
    const times = fc
      .uniqueArray(fc.nat(10), { maxLength: 11 })
      .map((steps) => steps.sort((a, b) => a - b).map((step) => step * 60));
    fc.assert(
      fc.property(times, (sampled) => {
        const episodes = episodesOf(history(sampled));
        for (const time of sampled) {
          expect(
            episodes.filter(({ start, end }) => start <= time && time <= end),
          ).toHaveLength(1);
        }
        const steps = episodes.reduce(
          (sum, { start, end }) => sum + (end - start) / 60 + 1,
          0,
        );
        expect(steps).toBe(sampled.length);
      }),
    );
  });
});
