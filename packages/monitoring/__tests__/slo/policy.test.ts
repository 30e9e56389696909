import fc from "fast-check";
import {
  budgetLevel,
  escalationOf,
  policy,
  worseLevel,
  type BudgetLevel,
} from "../../src/slo/policy";

test.each<[number, BudgetLevel, string | undefined]>([
  [100, "healthy", undefined],
  [50.01, "healthy", undefined],
  [50, "warning", "Team Lead"],
  [25, "warning", "Team Lead"],
  [24.99, "critical", "Engineering Manager"],
  [10, "critical", "Engineering Manager"],
  [9.99, "critical", "Director"],
  [0.01, "critical", "Director"],
  [0, "exhausted", "VP Engineering"],
  [-30, "exhausted", "VP Engineering"],
])(
  "with %d %% left the level is %s, and %s hears of it",
  (left, level, who) => {
    expect(budgetLevel(left)).toBe(level);
    expect(escalationOf(left)).toBe(who);
  },
);

test("rejects a budget that is not known", () => {
  expect(() => budgetLevel(Number.NaN)).toThrow(
    "the remaining budget must be a number of percent, got NaN; there is no data",
  );
});

test("each level demands more than the one before", () => {
  const levels = Object.values(policy);
  expect(levels.map(({ exitCode }) => exitCode)).toEqual([0, 1, 2, 3]);
  expect(levels.map(({ approvals }) => approvals.approvals)).toEqual([
    1, 2, 3, 4,
  ]);
  expect(policy.exhausted.approvals.statusChecks).toEqual(["vp-approval"]);
});

test("less budget is never a better level", () => {
  fc.assert(
    fc.property(
      fc.double({ min: -500, max: 100, noNaN: true }),
      fc.double({ min: -500, max: 100, noNaN: true }),
      (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(policy[budgetLevel(low)].exitCode).toBeGreaterThanOrEqual(
          policy[budgetLevel(high)].exitCode,
        );
      },
    ),
  );
});

test("the worst of several counts", () => {
  expect(worseLevel("warning", "exhausted")).toBe("exhausted");
  expect(worseLevel("critical", "healthy")).toBe("critical");
});
