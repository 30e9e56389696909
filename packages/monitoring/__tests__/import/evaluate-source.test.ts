import { join } from "node:path";
import { evaluateSource } from "../../src/import/evaluate-source";

const root = join(__dirname, "..", "..");

describe("evaluateSource", () => {
  test("gives what a file exports that is not written", async () => {
    const exported = await evaluateSource(
      [
        {
          path: "systems/checkout/a.ts",
          content: `import { is } from "monitoring-as-code";
import { b } from "./b";
export const a = [is("severity", b)];`,
        },
        {
          path: "systems/checkout/b.ts",
          content: `export const b: string = "critical";`,
        },
      ],
      "systems/checkout/a.ts",
      root,
    );
    expect(exported.a).toEqual([
      { label: "severity", match: "=", value: "critical" },
    ]);
  });

  test("takes packages from the project", async () => {
    const exported = await evaluateSource(
      [
        {
          path: "dashboards/checkout/a.ts",
          content: `import { stringify } from "yaml";
export const a = stringify({ b: 1 });`,
        },
      ],
      "dashboards/checkout/a.ts",
      root,
    );
    expect(exported.a).toBe("b: 1\n");
  });

  test.each([
    ["text that does not parse", "export const a = ;", "Unexpected"],
    [
      "an import of nothing",
      `import { x } from "./x"; export const a = x;`,
      "Could not resolve",
    ],
  ])("rejects %s, with the file", async (_, content, message) => {
    const evaluated = evaluateSource(
      [{ path: "systems/a.ts", content }],
      "systems/a.ts",
      root,
    );
    await expect(evaluated).rejects.toThrow(message);
    await expect(evaluated).rejects.toThrow("systems/a.ts");
  });
});
