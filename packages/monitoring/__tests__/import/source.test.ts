import fc from "fast-check";
import { evaluateSource } from "../../src/import/evaluate-source";
import {
  Code,
  call,
  constantName,
  docComment,
  importLine,
  printed,
  type SourceValue,
} from "../../src/import/source";
import { anyCharacter } from "../any-character";

describe("printed", () => {
  test.each([
    ["a", '"a"'],
    ["a\nb", "`a\nb`"],
    ["a\n${b} `c` \\d $e", "`a\n\\${b} \\`c\\` \\\\d $e`"],
    ["a\r\nb", '"a\\r\\nb"'],
    [-0, "-0"],
    [1e21, "1e+21"],
    [Number.NEGATIVE_INFINITY, "Number.NEGATIVE_INFINITY"],
    [true, "true"],
    [[], "[]"],
    [{}, "{}"],
    [{ a: undefined }, "{}"],
    [{ a: 1, "b-c": [2, { d: "e" }] }, '{ a: 1, "b-c": [2, { d: "e" }] }'],
    [{ team: new Code("team") }, "{ team }"],
    [{ by: new Code("team") }, "{ by: team }"],
    [call("is", "severity", "critical"), 'is("severity", "critical")'],
  ] as [SourceValue, string][])("%j is %s", (value, text) => {
    expect(printed(value)).toBe(text);
  });

  test("reads back as the same value, whatever is in it", async () => {
    const values = fc.sample(fc.jsonValue(), { numRuns: 300, seed: 7 });
    const texts = fc.sample(fc.string({ unit: anyCharacter, maxLength: 30 }), {
      numRuns: 300,
      seed: 8,
    });
    const all = [
      ...values,
      ...texts,
      ...texts.map((text) => `${text}\n`),
    ].filter((value) => !JSON.stringify(value).includes("null"));
    const { read } = await evaluateSource(
      [
        {
          path: "lib/read.ts",
          content: `export const read = ${printed(all as SourceValue[])};`,
        },
      ],
      "lib/read.ts",
      process.cwd(),
    );
    expect(JSON.stringify(read)).toBe(JSON.stringify(all));
  });
});

describe("constantName", () => {
  test.each([
    ["High error rate", "highErrorRate"],
    ["applications-Slack Alerts", "applicationsSlackAlerts"],
    ["URL check", "urlCheck"],
    ["default", "default_"],
    ["3 nines", "_3Nines"],
    ["…", "_"],
    ["null", "null_"],
  ])("%s becomes %s", (text, name) => {
    expect(constantName(text)).toBe(name);
  });

  test("gives no name twice", () => {
    const taken = new Set(["a"]);
    expect([constantName("a", taken), constantName("A!", taken)]).toEqual([
      "a2",
      "a3",
    ]);
  });
});

test("importLine names each thing once, in order", () => {
  expect(importLine(["b", "a", "b"], "./c")).toBe(
    'import type { a, b } from "./c";',
  );
  expect(importLine(["a"], "./c", "value")).toBe('import { a } from "./c";');
});

test("docComment cannot be ended by its text", () => {
  expect(docComment("a */ b")).toBe("/** a * / b */");
  expect(docComment("a\nb")).toBe("/**\n * a\n * b\n */");
});
