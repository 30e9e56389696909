import fc from "fast-check";
import { budgetOf, decimal } from "../../src/slo/decimal";

test.each([
  [14.4, "14.4"],
  [1 - 0.999, "0.001"],
  [100 - 99.9, "0.1"],
  [1e-7, "0.0000001"],
  [-2.5e-9, "-0.0000000025"],
  [30, "30"],
  [0, "0"],
  [43 / 42, "1.02380952381"],
])("writes %d as %s", (value, text) => {
  expect(decimal(value)).toBe(text);
});

test.each([[Number.NaN], [Infinity]])("rejects %d", (value) => {
  expect(() => decimal(value)).toThrow(
    `a query needs a finite number, got ${value}`,
  );
});

test("what is written reads back as the same number, without exponent", () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-15, max: 1e15, noNaN: true }), (value) => {
      const text = decimal(value);
      expect(text).toMatch(/^\d+(\.\d+)?$/);
      expect(Math.abs(Number(text) / value - 1)).toBeLessThan(1e-11);
    }),
  );
});

test.each([
  [99, 0.01],
  [99.9, 0.001],
  [99.95, 0.0005],
  [99.99, 0.0001],
])("knows that %d %% leaves a budget of %d", (objective, budget) => {
  expect(budgetOf(objective)).toBe(budget);
});
