import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(__dirname, "..", "..");
const command = [join("cli", "run.js"), join("cli", "render.ts")];

describe("npm run render", () => {
  let out: string;

  beforeEach(() => {
    out = mkdtempSync(join(tmpdir(), "render-"));
  });

  afterEach(() => {
    rmSync(out, { recursive: true });
  });

  it("writes the files of an environment and prints their paths", () => {
    const printed = execFileSync(
      process.execPath,
      [...command, "local", "--out", out],
      { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] },
    );
    expect(readdirSync(out)).toEqual(["local"]);
    expect(readdirSync(join(out, "local"))).toEqual(
      expect.arrayContaining([
        "alertmanager.yml",
        "prometheus.yml",
        "rules",
        "templates",
      ]),
    );
    expect(printed.split("\n")).toContain(join(out, "local/alertmanager.yml"));
    expect(readFileSync(join(out, "local/alertmanager.yml"), "utf8")).toMatch(
      /^# Alertmanager of local, /,
    );
  });

  it.each([
    [["nowhere"], 'unknown environment "nowhere", known are'],
    [
      ["local", "--alertmanager-version", "0.9"],
      'the version of Alertmanager must be "0.25" or later',
    ],
  ])("rejects %j and writes nothing", (args, message) => {
    const { status, stderr } = spawnSync(
      process.execPath,
      [...command, ...args, "--out", out],
      { cwd: root, encoding: "utf8" },
    );
    expect(stderr).toContain(message);
    expect(status).toBe(1);
    expect(readdirSync(out)).toEqual([]);
  });
});
