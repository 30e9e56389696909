import fc from "fast-check";
import { durationOf, secondsIn, type Duration } from "../../src/model/duration";
import {
  budgetPercentOf,
  builtInPeriods,
  builtInTiers,
  factorOf,
  thresholdOf,
  tiersOf,
  tiersWithFactors,
  windowName,
  withSupportedPeriod,
} from "../../src/slo/windows";
import { availability } from "./slos";

/** What Sloth 0.16.0 computes: factors of its built-in window sets times 1 - objective / 100. */
const sloth = [
  { period: "30d", factors: [14.4, 6, 3, 1] },
  { period: "28d", factors: [13.44, 5.6, 2.8, undefined] },
] as const;

const thresholds = [
  { objective: 99, period: "30d", values: [0.144, 0.06, 0.03, 0.01] },
  { objective: 99.9, period: "30d", values: [0.0144, 0.006, 0.003, 0.001] },
  { objective: 99.95, period: "30d", values: [0.0072, 0.003, 0.0015, 0.0005] },
  {
    objective: 99.99,
    period: "30d",
    values: [0.00144, 0.0006, 0.0003, 0.0001],
  },
  { objective: 99, period: "28d", values: [0.1344, 0.056, 0.028] },
  { objective: 99.9, period: "28d", values: [0.01344, 0.0056, 0.0028] },
  { objective: 99.95, period: "28d", values: [0.00672, 0.0028, 0.0014] },
  { objective: 99.99, period: "28d", values: [0.001344, 0.00056, 0.00028] },
] as const;

const windows = fc
  .integer({ min: 60, max: 7 * 86_400 })
  .map((seconds) => durationOf(seconds));

describe("built-in tiers", () => {
  test.each(sloth)("have the factors of Sloth over $period", (row) => {
    const tiers = builtInTiers(row.period) ?? [];
    row.factors.forEach((factor, index) => {
      const tier = tiers[index];
      if (factor !== undefined && tier !== undefined)
        expect(factorOf(tier, row.period)).toBe(factor);
    });
    expect(tiers).toHaveLength(4);
  });

  test.each(thresholds)(
    "have the thresholds of Sloth at $objective % over $period, to 1e-9",
    ({ objective, period, values }) => {
      const slo = { ...availability, objective, period };
      const tiers = builtInTiers(period) ?? [];
      values.forEach((value, index) => {
        const tier = tiers[index];
        if (tier === undefined) throw new Error(`no tier ${index}`);
        const asSloth = factorOf(tier, period) * ((100 - objective) / 100);
        expect(Math.abs(thresholdOf(tier, slo) - value)).toBeLessThan(1e-12);
        expect(Math.abs(thresholdOf(tier, slo) - asSloth)).toBeLessThan(1e-9);
      });
    },
  );

  test.each(builtInPeriods)(
    "never fire while the objective is met over %s",
    (period) => {
      for (const tier of builtInTiers(period) ?? [])
        expect(factorOf(tier, period)).toBeGreaterThanOrEqual(1);
    },
  );

  test.each(builtInPeriods)("have short = long / 12 over %s", (period) => {
    for (const { long, short } of builtInTiers(period) ?? [])
      expect(secondsIn(long) / secondsIn(short)).toBe(12);
  });

  test("know a period by its length, not by its spelling", () => {
    expect(builtInTiers("1w")).toEqual(builtInTiers("7d"));
    expect(builtInTiers("720h")).toEqual(builtInTiers("30d"));
    expect(builtInTiers("14d")).toBeUndefined();
  });
});

test("a factor survives the way to a budget share and back", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 1, max: 1000, noNaN: true }),
      windows,
      fc.constantFrom<Duration>("7d", "14d", "28d", "30d", "90d"),
      (factor, long, period) => {
        const budgetPercent = budgetPercentOf(factor, long, period);
        const back = factorOf({ budgetPercent, long }, period);
        expect(Math.abs(back / factor - 1)).toBeLessThan(1e-11);
      },
    ),
  );
});

test("tiers for any period keep the factors that they are given", () => {
  const tiers = tiersWithFactors("90d", [
    {
      tier: "page-quick",
      severity: "critical",
      long: "1h",
      short: "5m",
      factor: 14.4,
    },
  ]);
  expect(tiers.map((tier) => factorOf(tier, "90d"))).toEqual([14.4]);
});

test("tiers are ordered from the fastest to the slowest, however they are written", () => {
  const tiers = [...(builtInTiers("30d") ?? [])].reverse();
  expect(tiersOf({ ...availability, tiers }).map(({ tier }) => tier)).toEqual([
    "page-quick",
    "page-slow",
    "ticket-quick",
    "ticket-slow",
  ]);
});

describe("withSupportedPeriod", () => {
  test("leaves an SLO alone that fits", () => {
    expect(withSupportedPeriod(availability, "30d")).toBe(availability);
    expect(withSupportedPeriod(availability, "90d")).toBe(availability);
  });

  test("takes the built-in tiers of the shorter period", () => {
    const shorter = withSupportedPeriod(availability, "7d");
    expect(shorter.period).toBe("7d");
    expect(tiersOf(shorter)).toEqual(builtInTiers("7d"));
  });

  test("keeps the thresholds of own tiers, and of built-in ones where the shorter period has none", () => {
    const own = { ...availability, tiers: builtInTiers("30d") ?? [] };
    const factors = (slo: typeof availability): readonly number[] =>
      tiersOf(slo).map((tier) => factorOf(tier, slo.period));
    expect(factors(withSupportedPeriod(own, "7d"))).toEqual([14.4, 6, 3, 1]);
    expect(factors(withSupportedPeriod(availability, "14d"))).toEqual([
      14.4, 6, 3, 1,
    ]);
  });

  test("drops own tiers whose long window does not fit", () => {
    const own = { ...availability, tiers: builtInTiers("30d") ?? [] };
    expect(
      tiersOf(withSupportedPeriod(own, "2d")).map(({ tier }) => tier),
    ).toEqual(["page-quick", "page-slow", "ticket-quick"]);
  });
});

test.each([
  ["60m", "1h"],
  ["1w", "7d"],
  ["24h", "1d"],
  ["90m", "90m"],
  ["30d", "30d"],
] as const)("names the window %s %s", (window, name) => {
  expect(windowName(window)).toBe(name);
});
