import "../in-sample-project";
import { configure } from "../../src/cli/check";
import { runCommand, type CommandRun } from "./run-command";

function run(...args: readonly string[]): Promise<CommandRun> {
  return runCommand(configure, args);
}

describe("monitoring check", () => {
  test("ends with a summary, and with 0 where no error is left", async () => {
    const { code, printed: text } = await run("prod");
    expect(text).toMatch(/0 errors, \d+ warnings?, \d+ suppressed in prod\n$/);
    expect(code).toBe(0);
  });

  test("counts a finding again when its suppression has expired", async () => {
    const { code, printed: text } = await runCommand(configure, ["prod"], {
      now: () => new Date("2999-01-01T00:00:00Z"),
    });
    expect(text).toContain("suppression expired");
    expect(code).toBe(1);
  });

  test("writes JSON for machines", async () => {
    const { findings, summary, environments } = JSON.parse(
      (await run("prod", "--json")).printed,
    ) as Record<string, unknown>;
    expect(environments).toEqual(["prod"]);
    expect(findings).toBeInstanceOf(Array);
    expect(summary).toMatchObject({ errors: 0 });
  });

  test("writes SARIF for code scanning", async () => {
    expect(JSON.parse((await run("prod", "--sarif")).printed)).toMatchObject({
      version: "2.1.0",
    });
  });

  test("prints the matrix of all environments", async () => {
    const { code, printed: text } = await run("--matrix");
    expect(code).toBe(0);
    expect(text).toContain("dashboards");
    expect(text).toContain("staging");
  });

  test("rejects an unknown environment", async () => {
    await expect(run("production")).rejects.toThrow(
      'unknown environment "production", known are staging, prod',
    );
  });
});
