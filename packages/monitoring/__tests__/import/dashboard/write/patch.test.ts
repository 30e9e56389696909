import fc from "fast-check";
import { withRaw, type Raw } from "../../../../src/dashboards/raw";
import type { Fields } from "../../../../src/internal/json-tree";
import { joined, patchTo } from "../../../../src/import/dashboard/write/patch";

/** Objects without null, as normalization leaves them. */
const { fields } = fc.letrec<{ value: unknown; fields: Fields }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.integer({ min: 0, max: 3 }),
    fc.constantFrom("a", "b"),
    fc.boolean(),
    fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 2 }),
    tie("fields"),
  ),
  fields: fc.dictionary(
    fc.constantFrom("a", "b", "c", "__proto__", "constructor"),
    tie("value"),
    { maxKeys: 3, noNullPrototype: true },
  ) as fc.Arbitrary<Fields>,
}));

/** What is left when objects without fields say nothing. */
function said(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) => {
      const own = said(inner);
      const isEmpty =
        typeof own === "object" &&
        own !== null &&
        !Array.isArray(own) &&
        Object.keys(own).length === 0;
      return isEmpty ? [] : [[name, own]];
    }),
  );
}

describe("patchTo", () => {
  test("gives what raw must hold so that one model becomes another", () => {
    fc.assert(
      fc.property(fields, fields, (original, rendered) => {
        const patch = patchTo(original, rendered);
        expect(said(withRaw(rendered, patch as Raw))).toEqual(said(original));
      }),
    );
  });

  test("is nothing between equal models", () => {
    fc.assert(
      fc.property(fields, (model) => {
        expect(patchTo(model, structuredClone(model))).toEqual({});
      }),
    );
  });

  test("sets what is too much to what is assumed, where that is known", () => {
    const assumed = { tooltip: { mode: "single" } };
    const rendered = { tooltip: { mode: "multi", sort: "desc" } };
    expect(patchTo({}, rendered, assumed)).toEqual({
      tooltip: { mode: "single", sort: null },
    });
  });

  test("leaves out what is said elsewhere", () => {
    expect(patchTo({ a: 1, b: 2 }, {}, {}, ["a"])).toEqual({ b: 2 });
  });
});

test("two patches of one thing are one, the later one on top", () => {
  expect(
    joined({ a: { b: 1, c: 2 }, d: [1] }, { a: { c: 3 }, d: [2] }),
  ).toEqual({ a: { b: 1, c: 3 }, d: [2] });
});
