import {
  figuresTable,
  shortNumber,
  sloFigures,
  spanText,
} from "../../src/slo/report";
import { availability } from "./slos";

const cadence = { scrapeInterval: "15s", interval: "1m" } as const;
const figures = (objective: number) =>
  sloFigures({ ...availability, objective }, cadence);

test.each([
  { objective: 99, minutes: [8.64, 21.6, 43.2, 43.2] },
  { objective: 99.9, minutes: [0.864, 2.16, 4.32, 4.32] },
])(
  "detects a total outage at $objective % after $minutes minutes",
  ({ objective, minutes }) => {
    expect(
      figures(objective).tiers.map((tier) => tier.detectionSeconds / 60),
    ).toEqual(minutes.map((value) => expect.closeTo(value, 9) as number));
  },
);

test.each([
  { objective: 99.5, requests: 14, budget: 216 },
  { objective: 99.9, requests: 69, budget: 43.2 },
  { objective: 99.95, requests: 139, budget: 21.6 },
  { objective: 99.99, requests: 694, budget: 4.32 },
])(
  "one failure pages below $requests requests an hour at $objective %, whose budget is $budget minutes",
  ({ objective, requests, budget }) => {
    const { tiers, budgetMinutes } = figures(objective);
    expect(Math.round(tiers[0]?.requestsPerHour ?? 0)).toBe(requests);
    expect(budgetMinutes).toBeCloseTo(budget, 9);
  },
);

test("a budget lasts 50 hours, 5, 10 and 30 days at the four rates", () => {
  expect(
    figures(99.9).tiers.map(
      ({ exhaustionSeconds }) => exhaustionSeconds / 3600,
    ),
  ).toEqual([50, 120, 240, 720]);
});

test("each tier can fire above an objective of its own only", () => {
  expect(
    figures(99.9).tiers.map(({ unfirableAt }) => unfirableAt.toFixed(2)),
  ).toEqual(["93.06", "83.33", "66.67", "0.00"]);
});

test("the latest detection adds a scrape and two evaluations", () => {
  const [tier] = figures(99.9).tiers;
  expect(tier?.latestSeconds).toBeCloseTo(51.84 + 15 + 120, 9);
});

test("the table shows what a reviewer asks", () => {
  expect(figuresTable(figures(99.9))).toBe(
    [
      "| tier | severity | windows | burn rate | error ratio | total outage fires after | budget lasts | one failure fires below |",
      "| --- | --- | --- | --- | --- | --- | --- | --- |",
      "| page-quick | critical | 1h / 5m | 14.4× | 1.44 % | 51.8 s | 50 h | 69.4/h |",
      "| page-slow | critical | 6h / 30m | 6× | 0.6 % | 2.16 min | 5 d | 27.8/h |",
      "| ticket-quick | warning | 1d / 2h | 3× | 0.3 % | 4.32 min | 10 d | 13.9/h |",
      "| ticket-slow | warning | 3d / 6h | 1× | 0.1 % | 4.32 min | 30 d | 13.9/h |",
    ].join("\n"),
  );
});

test.each([
  [0.5, "0.5 s"],
  [90, "1.5 min"],
  [180_000, "50 h"],
  [259_200, "3 d"],
])("writes %d seconds as %s", (seconds, text) => {
  expect(spanText(seconds)).toBe(text);
});

test("keeps all digits before the point", () => {
  expect(shortNumber(694.44)).toBe("694");
  expect(shortNumber(12_345.6)).toBe("12346");
});
