const { spawnSync } = require("node:child_process");
const { mkdirSync, mkdtempSync, rmSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");

/** Where `__tests__/synthesized.ts` reads what the project synthesizes. */
const output = join(__dirname, ".cache/tested");

/**
 * Synthesizes the project once for all test files. Where that fails, it says why, and only tests of the output fail.
 * Whatever tests leave in the folder for temporary files is removed with it: cdktf makes a folder for every app.
 */
module.exports = () => {
  mkdirSync(output, { recursive: true });
  const { status } = spawnSync(
    process.execPath,
    ["--import", "tsx", "main.ts"],
    {
      cwd: __dirname,
      env: { ...process.env, CDKTF_OUTDIR: output },
      stdio: "inherit",
    },
  );
  if (status !== 0) rmSync(output, { recursive: true, force: true });
  process.env.TMPDIR = mkdtempSync(join(tmpdir(), "unit-tests-"));
};
