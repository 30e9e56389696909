import { copyOf, sameJson, type Json } from "../../src/internal/json-tree";

describe("copyOf", () => {
  test("is the same JSON, and shares nothing with it", () => {
    const inner = { list: [1, "a", null, { deep: true }] };
    const original = { one: inner, other: inner, none: undefined };
    const copy = copyOf(original);
    expect(copy).toStrictEqual(original);
    copy.one.list.pop();
    expect(copy.other.list).toHaveLength(4);
    expect(inner.list).toHaveLength(4);
  });

  test("copies a key that is a prototype as a key", () => {
    const copy = copyOf(JSON.parse('{"__proto__": {"polluted": 1}}') as Json);
    expect(JSON.stringify(copy)).toBe('{"__proto__":{"polluted":1}}');
    expect(copy).not.toHaveProperty("polluted");
  });
});

describe("sameJson", () => {
  test.each<[Json, Json, boolean]>([
    [{ a: 1, b: [2] }, { b: [2], a: 1 }, true],
    [{ a: 1, b: undefined }, { a: 1 }, true],
    [{ a: 1 }, { a: 1, b: undefined }, true],
    [{ a: 1 }, { a: 1, b: null }, false],
    [{ a: 1, b: null }, { a: 1 }, false],
    [{ constructor: 1 }, {}, false],
    [{}, { constructor: 1 }, false],
    [[1, 2], [2, 1], false],
    [[], {}, false],
    [Number.NaN, Number.NaN, true],
  ])("%j and %j: %j", (a, b, same) => {
    expect(sameJson(a, b)).toBe(same);
  });
});
