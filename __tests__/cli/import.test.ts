import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const projectRoot = resolve(__dirname, "..", "..");
const out = mkdtempSync(join(tmpdir(), "import-"));

function run(environment: string): {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
} {
  return spawnSync(
    process.execPath,
    ["--import", "tsx", "cli/import.ts", environment, "--out", out],
    { cwd: projectRoot, encoding: "utf8" },
  );
}

describe("npm run import", () => {
  beforeAll(() => {
    mkdirSync(join(out, "stacks", "local"), { recursive: true });
    writeFileSync(
      join(out, "stacks", "local", "cdk.tf.json"),
      '{"resource":{"grafana_folder":{"shop":{"uid":"shop"}}}}',
    );
  });
  afterAll(() => rmSync(out, { recursive: true }));

  it("prints Terraform's import blocks of an environment", () => {
    const { stdout, status } = run("local");
    expect(JSON.parse(stdout)).toEqual({
      import: [{ to: "grafana_folder.shop", id: "shop" }],
    });
    expect(status).toBe(0);
  });

  it("rejects an environment that does not exist", () => {
    const { stderr, status } = run("nowhere");
    expect(stderr).toContain('unknown environment "nowhere", known are local');
    expect(status).toBe(1);
  });

  it("rejects an environment that is not synthesized", () => {
    const { stderr, status } = run("prod");
    expect(stderr).toContain("ENOENT");
    expect(status).toBe(1);
  });
});
