import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { sampleProject } from "../in-sample-project";
import { Readable } from "node:stream";
import { configure } from "../../src/cli/check-query";
import { runCommand } from "./run-command";

const program = join(__dirname, "../../bin/monitoring.js");

async function run(
  input: string,
  ...args: readonly string[]
): Promise<readonly string[]> {
  const { printed } = await runCommand(configure, args, {
    input: Readable.from([input]),
  });
  return printed.split("\n").slice(0, -1);
}

describe("monitoring check-query", () => {
  test("answers each line with a line, in order, malformed ones included", async () => {
    const lines = await run(
      [
        '{"language":"promql","expr":"up"}',
        "nonsense",
        '{"language":"logql","expr":"{}"}',
        '{"language":"promql","expr":"up","system":"shop"}',
      ].join("\n"),
    );
    expect(
      lines.map(
        (line) => (JSON.parse(line) as { readonly valid: boolean }).valid,
      ),
    ).toEqual([true, false, false, true]);
  });

  test("answers nothing to nothing", async () => {
    expect(await run("")).toEqual([]);
  });

  test("rejects an unknown environment where a line names a system", async () => {
    const input = '{"language":"promql","expr":"up","system":"shop"}';
    await expect(run(input, "--environment", "nowhere")).rejects.toThrow(
      'unknown environment "nowhere", known are',
    );
  });

  test("loses none of the lines in a pipe that is full", () => {
    const language = "x".repeat(100_000);
    const line = JSON.stringify({ language, expr: "up" });
    const { status, stdout } = spawnSync(
      process.execPath,
      [program, "check-query"],
      {
        cwd: sampleProject,
        input: `${Array(10).fill(line).join("\n")}\n`,
        encoding: "utf8",
        maxBuffer: 64 * 1024 * 1024,
      },
    );
    expect(status).toBe(0);
    const lines = stdout.split("\n");
    expect(lines).toHaveLength(11);
    for (const answer of lines.slice(0, -1))
      expect(answer).toContain(`got \\"${language}\\"`);
  });
});
