import fc from "fast-check";
import { durationOf, secondsIn, type Duration } from "../../src/model/duration";
import type { BurnTier, Slo } from "../../src/model/slo";
import {
  budgetSpent,
  simulateBurn,
  windowRatio,
  type Firing,
} from "../../src/slo/burn-simulation";
import {
  patternProblems,
  patternText,
  segmentsOf,
  type ErrorPattern,
} from "../../src/slo/error-pattern";
import { builtInTiers, thresholdOf, tiersOf } from "../../src/slo/windows";
import { runs } from "../property-runs";
import { availability } from "./slos";

const total = (length: Duration): ErrorPattern => ({ kind: "outage", length });

function firings(
  slo: Slo,
  pattern: ErrorPattern,
): Record<string, readonly Firing[]> {
  return Object.fromEntries(
    simulateBurn(slo, pattern).map(({ tier, firings: all }) => [
      tier.tier,
      all.map(({ from, until }) => ({
        from: Number(from.toFixed(6)),
        ...(until === undefined ? {} : { until: Number(until.toFixed(6)) }),
      })),
    ]),
  );
}

describe("at 99.9 % over 30d", () => {
  test("an outage without end fires every tier after factor × budget × long, for good", () => {
    expect(firings(availability, { kind: "constant", errorRatio: 1 })).toEqual({
      "page-quick": [{ from: 51.84 }],
      "page-slow": [{ from: 129.6 }],
      "ticket-quick": [{ from: 259.2 }],
      "ticket-slow": [{ from: 259.2 }],
    });
  });

  test("an outage of 10 minutes stops firing as the short window forgets it", () => {
    expect(firings(availability, total("10m"))).toEqual({
      "page-quick": [{ from: 51.84, until: 895.68 }],
      "page-slow": [{ from: 129.6, until: 2389.2 }],
      "ticket-quick": [{ from: 259.2, until: 7778.4 }],
      "ticket-slow": [{ from: 259.2, until: 22_178.4 }],
    });
  });

  test("an outage of 40 seconds fires nothing", () => {
    expect(Object.values(firings(availability, total("40s"))).flat()).toEqual(
      [],
    );
  });

  test("a rate between two thresholds fires the slower tiers only", () => {
    expect(
      firings(availability, { kind: "constant", errorRatio: 0.004 }),
    ).toEqual({
      "page-quick": [],
      "page-slow": [],
      "ticket-quick": [{ from: (0.003 / 0.004) * 86_400 }],
      "ticket-slow": [{ from: (0.001 / 0.004) * 259_200 }],
    });
  });

  test("a rate that the objective allows fires nothing, up to the threshold itself", () => {
    for (const errorRatio of [0.0009, 0.001])
      expect(
        Object.values(
          firings(availability, { kind: "constant", errorRatio }),
        ).flat(),
      ).toEqual([]);
  });

  test("a ramp fires when its area does", () => {
    const [page] = simulateBurn(availability, {
      kind: "ramp",
      to: 1,
      length: "1h",
    });
    expect(page?.firings[0]?.from).toBeCloseTo(
      Math.sqrt(2 * 0.0144 * 3600 * 3600),
      6,
    );
  });

  test("what comes and goes fires again and again", () => {
    const quick = firings(availability, {
      kind: "intermittent",
      errorRatio: 1,
      on: "2m",
      off: "2h",
      cycles: 3,
    })["page-quick"];
    expect(quick).toEqual(
      [0, 7320, 14_640].map((start) => ({
        from: start + 51.84,
        until: start + 120 + 300 * (1 - 0.0144),
      })),
    );
  });

  test("a tier that must hold for a while fires that much later, or never", () => {
    const tiers = (builtInTiers("30d") ?? [])
      .slice(0, 1)
      .map((tier) => ({ ...tier, for: "2m" as const }));
    const waiting = { ...availability, tiers };
    expect(firings(waiting, total("10m"))["page-quick"]?.[0]?.from).toBe(
      171.84,
    );
    const stubborn = {
      ...availability,
      tiers: tiers.map((tier) => ({ ...tier, for: "2h" as const })),
    };
    expect(firings(stubborn, total("10m"))["page-quick"]).toEqual([]);
  });
});

/** Small windows, so that brute force is quick. */
const small: BurnTier = {
  tier: "page-quick",
  severity: "critical",
  budgetPercent: 2,
  long: "10m",
  short: "50s",
};
const seconds = (max: number) =>
  fc.integer({ min: 1, max }).map((length) => durationOf(length));
const ratio = fc.integer({ min: 1, max: 1000 }).map((n) => n / 1000);
const patterns: fc.Arbitrary<ErrorPattern> = fc.oneof(
  ratio.map((errorRatio) => ({ kind: "constant" as const, errorRatio })),
  fc.record({
    kind: fc.constant("outage" as const),
    length: seconds(900),
    errorRatio: ratio,
  }),
  fc.record({
    kind: fc.constant("ramp" as const),
    to: ratio,
    length: seconds(900),
  }),
  fc.record({
    kind: fc.constant("intermittent" as const),
    errorRatio: ratio,
    on: seconds(120),
    off: seconds(300),
    cycles: fc.integer({ min: 1, max: 4 }),
  }),
);
const slos = fc.record({
  objective: fc.constantFrom(90, 95, 99, 99.5, 99.9),
  budgetPercent: fc.integer({ min: 1, max: 40 }),
  pending: fc.constantFrom<Duration>("0s", "30s"),
});

test("the closed form equals a simulation second by second", () => {
  fc.assert(
    fc.property(slos, patterns, (drawn, pattern) => {
      const { objective, budgetPercent, pending } = drawn;
      const slo: Slo = {
        ...availability,
        objective,
        period: "1h",
        tiers: [{ ...small, budgetPercent, for: pending }],
      };
      const horizon = 3000;
      const expected = bruteForce(slo, pattern, horizon);
      const [exact] = simulateBurn(slo, pattern);
      const fires = (at: number): boolean =>
        (exact?.firings ?? []).some(
          ({ from, until = Infinity }) => at > from && at < until,
        );
      const edges = (exact?.firings ?? []).flatMap(
        ({ from, until = Infinity }) => [from, until],
      );
      for (let at = 0; at <= horizon; at += 1) {
        if (edges.some((edge) => Math.abs(edge - at) <= 1)) continue;
        if (fires(at) !== expected[at])
          throw new Error(
            `at ${at}s: closed form ${fires(at)}, simulation ${expected[at]}`,
          );
      }
    }),
    { numRuns: runs(300) },
  );
});

/** Adds up the errors of every second, independently of how the closed form integrates. */
function bruteForce(
  slo: Slo,
  pattern: ErrorPattern,
  horizon: number,
): readonly boolean[] {
  const [tier] = tiersOf(slo);
  if (tier === undefined) throw new Error("no tier");
  const threshold = thresholdOf(tier, slo);
  const sums = [0];
  for (let second = 0; second < horizon; second += 1)
    sums.push((sums[second] ?? 0) + ratioAt(pattern, second + 0.5));
  const above = (at: number, window: number): boolean =>
    ((sums[at] ?? 0) - (sums[Math.max(0, at - window)] ?? 0)) / window >
    threshold + 1e-12;
  let since = -1;
  return sums.map((_, at) => {
    const holds =
      above(at, secondsIn(tier.long)) && above(at, secondsIn(tier.short));
    if (!holds) since = -1;
    else if (since < 0) since = at;
    return since >= 0 && at - since >= secondsIn(tier.for ?? "0s");
  });
}

function ratioAt(pattern: ErrorPattern, at: number): number {
  switch (pattern.kind) {
    case "constant":
      return pattern.errorRatio;
    case "outage":
      return at < secondsIn(pattern.length) ? (pattern.errorRatio ?? 1) : 0;
    case "ramp":
      return pattern.to * Math.min(1, at / secondsIn(pattern.length));
    case "intermittent": {
      const [on, off] = [secondsIn(pattern.on), secondsIn(pattern.off)];
      return at < pattern.cycles * (on + off) && at % (on + off) < on
        ? pattern.errorRatio
        : 0;
    }
  }
}

test("a tier's share of the budget is gone after its long window at its threshold", () => {
  fc.assert(
    fc.property(
      fc.constantFrom<Duration>("7d", "28d", "30d"),
      fc.integer({ min: 9400, max: 9999 }),
      (period, hundredths) => {
        const slo = { ...availability, period, objective: hundredths / 100 };
        for (const tier of tiersOf(slo)) {
          const pattern: ErrorPattern = {
            kind: "constant",
            errorRatio: thresholdOf(tier, slo),
          };
          expect(budgetSpent(slo, pattern, secondsIn(tier.long))).toBeCloseTo(
            tier.budgetPercent / 100,
            9,
          );
        }
      },
    ),
  );
});

test("the ratio of a window never leaves the range of the errors", () => {
  fc.assert(
    fc.property(
      patterns,
      fc.integer({ min: 0, max: 5000 }),
      fc.integer({ min: 1, max: 2000 }),
      (pattern, at, window) => {
        const value = windowRatio(segmentsOf(pattern), at, window);
        expect(value).toBeGreaterThanOrEqual(-1e-9);
        expect(value).toBeLessThanOrEqual(1 + 1e-9);
      },
    ),
  );
});

test.each([
  [{ kind: "constant", errorRatio: 0.004 }, "0.4 % errors from now on"],
  [total("10m"), "total outage of 10m"],
  [{ kind: "outage", length: "2h", errorRatio: 0.2 }, "20 % errors for 2h"],
  [{ kind: "ramp", to: 0.1, length: "1h" }, "errors rise to 10 % within 1h"],
  [
    { kind: "intermittent", errorRatio: 1, on: "1m", off: "9m", cycles: 3 },
    "100 % errors for 1m of every 1m + 9m, 3 times",
  ],
] as const)("describes %j", (pattern, text) => {
  expect(patternText(pattern)).toBe(text);
  expect(patternProblems(pattern)).toEqual([]);
});

test.each([
  [
    { kind: "constant", errorRatio: 40 },
    ["an error ratio must be between 0 and 1, got 40"],
  ],
  [
    { kind: "intermittent", errorRatio: -1, on: "1m", off: "1m", cycles: 0 },
    [
      "an error ratio must be between 0 and 1, got -1",
      "cycles must be a whole number above 0, got 0",
    ],
  ],
  [{ kind: "ramp", to: 1, length: "0s" }, ["a ramp must take longer than 0s"]],
] as const)("rejects the pattern %j", (pattern, problems) => {
  expect(patternProblems(pattern)).toEqual(problems);
});
