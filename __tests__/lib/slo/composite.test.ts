import fc from "fast-check";
import {
  compositeObjective,
  requiredStepObjective,
} from "../../../lib/slo/composite";

it("multiplies the objectives of the steps", () => {
  expect(compositeObjective([99.9, 99.9, 99.95, 99.9])).toBeCloseTo(99.6504, 4);
  expect(compositeObjective([99.9])).toBe(99.9);
});

it("asks more of each step than of the journey", () => {
  expect(requiredStepObjective(99.9, 4)).toBeCloseTo(99.975, 4);
  expect(requiredStepObjective(99.7, 4)).toBeCloseTo(99.925, 3);
  expect(requiredStepObjective(99.9, 1)).toBe(99.9);
});

it("gives steps whose product is the target", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 50, max: 99.999, noNaN: true }),
      fc.integer({ min: 1, max: 12 }),
      (target, steps) => {
        const step = requiredStepObjective(target, steps);
        const all = compositeObjective(new Array<number>(steps).fill(step));
        expect(all).toBeCloseTo(target, 6);
      },
    ),
  );
});

test.each([0, 100, -1, Number.NaN, 100.5])(
  "rejects the objective %p",
  (objective) => {
    const message = `an objective must be above 0 and below 100 percent, got ${objective}`;
    expect(() => compositeObjective([99.9, objective])).toThrow(message);
    expect(() => requiredStepObjective(objective, 2)).toThrow(message);
  },
);

test.each([0, -1, 1.5])("rejects %p steps", (steps) => {
  expect(() => requiredStepObjective(99.9, steps)).toThrow(
    `the number of steps must be a whole number above 0, got ${steps}`,
  );
});
