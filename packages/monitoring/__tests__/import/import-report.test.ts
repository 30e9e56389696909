import { groupedItems, itemTable } from "../../src/import/import-report";

const items = [
  { path: "a.b", what: "x", why: "because" },
  { path: "a.c", what: "y", why: "because" },
  { path: "a.d", what: "x", why: "because" },
];

test("groupedItems puts together what says the same", () => {
  expect(groupedItems(items)).toEqual([
    { paths: ["a.b", "a.d"], what: "x", why: "because" },
    { paths: ["a.c"], what: "y", why: "because" },
  ]);
});

test("itemTable keeps within a screen, and says where, what and why", () => {
  const table = itemTable([
    ...items,
    {
      path: `groups["${"x".repeat(100)}"].rules[0]`,
      what: "z ".repeat(400),
      why: "w".repeat(90),
    },
  ]);
  expect(table).toContain("a.b and 1 more");
  const lines = table.split("\n");
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(140);
  expect(lines.join("").match(/x/g)?.length).toBeGreaterThanOrEqual(100);
  expect(lines.join("").match(/w/g)?.length).toBeGreaterThanOrEqual(90);
});
