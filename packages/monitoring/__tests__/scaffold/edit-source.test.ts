import {
  withElement,
  withImport,
  withStatementBefore,
} from "../../src/scaffold/edit-source";

const source = `import { a } from "./a";
import { b } from "./b";

/** The list. */
export const list: readonly string[] = [a, b];
export const system = { routes: [], dashboards: [a] };
`;

describe("editing a source", () => {
  test("adds an import after the last one, once", () => {
    const once = withImport(source, `import { c } from "./c";`);
    expect(once).toContain(
      `import { b } from "./b";\nimport { c } from "./c";`,
    );
    expect(withImport(once, `import { c } from "./c";`)).toBe(once);
  });

  test.each([
    ["list", "last", "[a, b,c]"],
    ["list", "first", "[c,a, b]"],
    ["dashboards", "last", "[a,c]"],
    ["routes", "last", "[c]"],
    ["routes", "first", "[c]"],
  ] as const)(
    "adds to the list %s as its %s entry",
    (name, place, expected) => {
      expect(withElement(source, name, "c", place)).toContain(expected);
    },
  );

  test("puts a statement before the one that holds a list", () => {
    expect(withStatementBefore(source, "list", "const c = 1;")).toMatch(
      /const c = 1;\s+\/\*\* The list/,
    );
  });

  test("rejects a list that is not there, and says what to write", () => {
    expect(() => withElement(source, "alertGroups", "c")).toThrow(
      'no list called "alertGroups" to add to: write it as alertGroups: [ … ], or add the entry by hand',
    );
  });
});
