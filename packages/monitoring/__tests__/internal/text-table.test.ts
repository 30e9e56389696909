import { tableText } from "../../src/internal/text-table";

const table = {
  title: "routes",
  head: ["alerts with", "notified", "panels"],
  rows: [
    ['severity="critical" and a label with a long value', "on-call", 12],
    ["anything", "a receiver with quite a long name", 3],
  ],
};

const widest = (text: string): number =>
  Math.max(...text.split("\n").map((line) => line.length));

test("a table is as wide as it is where nothing limits it", () => {
  const text = tableText(table, { isColored: false });
  expect(text).toContain("\n2 routes\n");
  expect(text).toContain('severity="critical" and a label with a long value │');
});

test.each([60, 80])("a table fits %i columns, and loses nothing", (columns) => {
  const text = tableText(table, { isColored: false, columns });
  expect(widest(text)).toBeLessThanOrEqual(columns);
  const letters = (part: string): readonly string[] =>
    part.replace(/[│\s]/g, "").split("").sort();
  expect(letters(text)).toEqual(
    letters(tableText(table, { isColored: false })),
  );
});
