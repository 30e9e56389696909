import "../in-sample-project";
import { check } from "../../src/cli/check-command";

function run(...args: readonly string[]): {
  readonly code: number;
  readonly text: string;
} {
  let text = "";
  const code = check(args, {
    today: "2026-01-01",
    colors: false,
    output: (part) => {
      text += part;
    },
  });
  return { code, text };
}

describe("npm run check", () => {
  test("ends with a summary, and with 0 where no error is left", () => {
    const { code, text } = run("prod");
    expect(text).toMatch(/0 errors, \d+ warnings?, \d+ suppressed in prod\n$/);
    expect(code).toBe(0);
  });

  test("counts a finding again when its suppression has expired", () => {
    let text = "";
    const code = check(["prod"], {
      today: "2999-01-01",
      colors: false,
      output: (part) => {
        text += part;
      },
    });
    expect(text).toContain("suppression expired");
    expect(code).toBe(1);
  });

  test("writes JSON for machines", () => {
    const { findings, summary, environments } = JSON.parse(
      run("prod", "--json").text,
    ) as Record<string, unknown>;
    expect(environments).toEqual(["prod"]);
    expect(findings).toBeInstanceOf(Array);
    expect(summary).toMatchObject({ errors: 0 });
  });

  test("writes SARIF for code scanning", () => {
    expect(JSON.parse(run("prod", "--sarif").text)).toMatchObject({
      version: "2.1.0",
    });
  });

  test("prints the matrix of all environments", () => {
    const { code, text } = run("--matrix");
    expect(code).toBe(0);
    expect(text).toContain("dashboards");
    expect(text).toContain("staging");
  });

  test("rejects an unknown environment", () => {
    expect(() => run("production")).toThrow(
      'unknown environment "production", known are staging, prod',
    );
  });
});
