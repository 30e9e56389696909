import fc from "fast-check";
import {
  compositeObjective,
  compositeProblems,
  requiredStepObjective,
} from "../../src/slo/composite";

const checkout = [
  { name: "Add to Cart", objective: 99.9 },
  { name: "View Cart", objective: 99.9 },
  { name: "Payment", objective: 99.95 },
  { name: "Order Confirmation", objective: 99.9 },
];

test("a checkout of four steps reaches 99.65 %", () => {
  expect(compositeObjective(checkout)).toBeCloseTo(99.65, 2);
});

test("four steps need 99.975 % each to reach 99.9 %", () => {
  expect(requiredStepObjective(99.9, 4)).toBeCloseTo(99.975, 3);
});

test("what steps need and what they reach are inverse", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 50, max: 99.999, noNaN: true }),
      fc.integer({ min: 1, max: 20 }),
      (target, count) => {
        const objective = requiredStepObjective(target, count);
        const steps = Array.from({ length: count }, (_, index) => ({
          name: `${index}`,
          objective,
        }));
        expect(compositeObjective(steps)).toBeCloseTo(target, 8);
      },
    ),
  );
});

test("rejects a promise that its steps cannot keep", () => {
  expect(compositeProblems(99.7, checkout)).toEqual([
    "a journey of 4 steps reaches 99.650 % when each just meets its objective, which is below the 99.7 % promised; promise less, or raise every step to 99.925 %",
  ]);
  expect(compositeProblems(99.65, checkout)).toEqual([]);
});

test.each([
  [() => compositeObjective([]), "a journey must have steps"],
  [
    () => compositeObjective([{ name: "a", objective: 100 }]),
    'objectives must be above 0 and below 100 percent, got 100 for "a"',
  ],
  [
    () => requiredStepObjective(100, 2),
    "the target of a journey must be above 0 and below 100 percent, got 100",
  ],
  [
    () => requiredStepObjective(99, 1.5),
    "a journey must have a whole number of steps above 0, got 1.5",
  ],
])("rejects what is no journey: %#", (attempt, message) => {
  expect(attempt).toThrow(message);
});
