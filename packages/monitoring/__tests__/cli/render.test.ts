import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import "../in-sample-project";
import { configure } from "../../src/cli/render";
import { runCommand } from "./run-command";

describe("monitoring render", () => {
  let out: string;

  beforeEach(() => {
    out = mkdtempSync(join(tmpdir(), "render-"));
  });

  afterEach(() => {
    rmSync(out, { recursive: true });
  });

  async function run(...args: readonly string[]): Promise<string> {
    const { printed, warned } = await runCommand(configure, [
      ...args,
      "--out",
      out,
    ]);
    return printed + warned;
  }

  it("writes the files of an environment and prints their paths", async () => {
    const printed = await run("staging");
    expect(readdirSync(out)).toEqual(["staging"]);
    expect(readdirSync(join(out, "staging"))).toEqual(
      expect.arrayContaining([
        "alertmanager.yml",
        "prometheus.yml",
        "rules",
        "templates",
      ]),
    );
    expect(printed.split("\n")).toContain(
      join(out, "staging/alertmanager.yml"),
    );
    expect(readFileSync(join(out, "staging/alertmanager.yml"), "utf8")).toMatch(
      /^# Alertmanager of staging, /,
    );
  });

  it.each([
    [["nowhere"], 'unknown environment "nowhere", known are'],
    [
      ["staging", "--alertmanager-version", "0.9"],
      'the version of Alertmanager must be "0.25" or later',
    ],
  ])("rejects %j and writes nothing", async (args, message) => {
    await expect(run(...args)).rejects.toThrow(message);
    expect(readdirSync(out)).toEqual([]);
  });
});
