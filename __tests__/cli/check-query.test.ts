import { spawnSync } from "node:child_process";
import { join } from "node:path";

const root = join(__dirname, "..", "..");

/** Runs the command as `npm run check:query` does. */
function run(
  input: string,
  ...args: string[]
): { readonly status: number | null; readonly lines: readonly string[] } {
  const { status, stdout } = spawnSync(
    process.execPath,
    [join("cli", "run.js"), join("cli", "check-query.ts"), ...args],
    { cwd: root, input, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 },
  );
  return { status, lines: stdout.split("\n").slice(0, -1) };
}

describe("check-query", () => {
  test("answers each line with a line, in order, malformed ones included", () => {
    const { status, lines } = run(
      [
        '{"language":"promql","expr":"up"}',
        "nonsense",
        '{"language":"logql","expr":"{}"}',
        '{"language":"promql","expr":"up","system":"product-store"}',
      ].join("\n"),
    );
    expect(status).toBe(0);
    expect(
      lines.map(
        (line) => (JSON.parse(line) as { readonly valid: boolean }).valid,
      ),
    ).toEqual([true, false, false, true]);
  });

  test("answers nothing to nothing", () => {
    expect(run("")).toEqual({ status: 0, lines: [] });
  });

  test("answers 10,000 lines, none lost in the pipe", () => {
    const input = Array.from({ length: 10_000 }, (_, i) =>
      JSON.stringify({
        language: "promql",
        expr: `sum(rate(a{b="${i}"}[5m])) > ${i}`,
      }),
    );
    expect(run(`${input.join("\n")}\n`).lines).toHaveLength(10_000);
  });
});
