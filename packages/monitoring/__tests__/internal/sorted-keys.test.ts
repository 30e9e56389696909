import { sortedKeys } from "../../src/internal/sorted-keys";

describe(sortedKeys, () => {
  it("puts keys in order", () => {
    expect(Object.keys(sortedKeys({ b: 1, B: 2, a: 3 }))).toEqual([
      "B",
      "a",
      "b",
    ]);
  });
});
