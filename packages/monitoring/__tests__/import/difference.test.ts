import {
  differencesBetween,
  differenceText,
  unlisted,
} from "../../src/import/difference";

describe("differencesBetween", () => {
  test("names the deepest place that differs, and what is on one side only", () => {
    const original = { a: [1, { b: 2, "c d": 3 }], e: "x" };
    const rendered = { a: [1, { b: 5 }, 7], f: "y" };
    expect(differencesBetween(original, rendered, "")).toEqual([
      { path: "a[1].b", original: 2, rendered: 5 },
      { path: 'a[1]["c d"]', original: 3, rendered: undefined },
      { path: "a[2]", original: undefined, rendered: 7 },
      { path: "e", original: "x", rendered: undefined },
      { path: "f", original: undefined, rendered: "y" },
    ]);
  });

  test.each([
    [{}, {}],
    [
      [1, [2]],
      [1, [2]],
    ],
    [{ a: undefined }, {}],
  ])("finds none between %j and %j", (one, other) => {
    expect(differencesBetween(one, other, "")).toEqual([]);
  });

  test("is not fooled by names that every object has", () => {
    expect(differencesBetween({ constructor: "x" }, {}, "labels")).toEqual([
      { path: "labels.constructor", original: "x", rendered: undefined },
    ]);
  });
});

describe("unlisted", () => {
  const difference = {
    path: 'groups["a.b"].rules[2].for',
    original: "1m",
    rendered: undefined,
  };

  test.each([
    ['groups["a.b"].rules[2].for', true],
    ["groups[*].rules[*].for", true],
    ['groups["a.b"].rules[2]', true],
    ['groups["a.b"]', true],
    ['groups["a"]', false],
    ['groups["a.b"].rules[1]', false],
    ["groups[*].rules[*].labels", false],
    ['groups["a.b"].rules[2].for.x', false],
  ])("an item at %s covers it: %s", (path, covers) => {
    expect(unlisted([difference], [{ path, what: "", why: "" }])).toHaveLength(
      covers ? 0 : 1,
    );
  });

  test("an item says nothing of what is below it and differs", () => {
    const changed = { ...difference, rendered: "5m" };
    const item = { path: 'groups["a.b"]', what: "", why: "" };
    expect(unlisted([changed], [item])).toEqual([changed]);
  });

  test("takes a map that is missing for listed when all that it holds is", () => {
    const missing = {
      path: "a.b",
      original: { c: "1", d: { e: "2" } },
      rendered: undefined,
    };
    const items = ["a.b.c", "a.b.d.e"].map((path) => ({
      path,
      what: "",
      why: "",
    }));
    expect(unlisted([missing], items)).toEqual([]);
    expect(unlisted([missing], items.slice(1))).toEqual([missing]);
  });

  test("says what differs", () => {
    expect(differenceText(difference)).toBe(
      'groups["a.b"].rules[2].for: the original says "1m", what was written renders to nothing',
    );
  });
});
