import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(__dirname, "..");
let project: string;

function run(command: string, ...words: string[]): string {
  return execFileSync(command, words, {
    cwd: project,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
}

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), "scaffold-"));
  const tracked = execFileSync(
    "git",
    ["ls-files", "-z", "--cached", "--others", "--exclude-standard"],
    { cwd: root, encoding: "utf8" },
  );
  for (const file of tracked.split("\0").filter((path) => path !== "")) {
    cpSync(join(root, file), join(project, file));
  }
  symlinkSync(join(root, "node_modules"), join(project, "node_modules"));
});

afterAll(() => {
  rmSync(project, { recursive: true, force: true });
});

describe("what npm run new writes", () => {
  test.each([
    ["system", "checkout"],
    ["dashboard", "checkout/queue"],
    ["alert", "checkout/QueueStuck"],
    ["slo", "checkout/availability"],
    ["receiver", "checkout/night-shift"],
    ["dashboard", "ecommerce/returns"],
    ["environment", "preview"],
  ])("a new %s is written", (kind, name) => {
    expect(
      run("npm", "run", "--silent", "new", "--", kind, name, "--no-snapshots"),
    ).toMatch(/^(wrote|changed) /m);
  });

  test("passes the type check", () => {
    expect(run("npx", "tsc", "--noEmit")).toBe("");
  });

  test("passes lint and format", () => {
    run(
      "npx",
      "eslint",
      "--max-warnings",
      "0",
      "systems",
      "dashboards",
      "notifications",
      "environments",
    );
    run(
      "npx",
      "prettier",
      "--check",
      "systems",
      "dashboards",
      "notifications",
      "environments",
      "docs/runbooks",
    );
  });

  test("passes the tests and the checks, once the snapshots of the environments show it", () => {
    run(
      "npx",
      "jest",
      "--ci=false",
      "--silent",
      "--updateSnapshot",
      "__tests__/main.test.ts",
      "__tests__/coverage",
    );
    run("npm", "run", "--silent", "check");
  });
});
