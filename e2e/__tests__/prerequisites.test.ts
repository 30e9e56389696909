import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { prerequisites } from "../prerequisites";

const empty = mkdtempSync(join(tmpdir(), "prerequisites-"));

afterAll(() => rmSync(empty, { recursive: true }));

function problemOf(
  name: string,
  environment: NodeJS.ProcessEnv,
): string | undefined {
  return prerequisites
    .find((prerequisite) => prerequisite.name === name)
    ?.problem(environment);
}

test.each([
  [
    "terraform",
    /^terraform is not on the path; install Terraform 1\.10 or newer: https:/,
  ],
  ["Python with venv", /^python3 .* is not on the path, .* set PYTHON$/],
  ["git", /^git is not on the path; install it/],
])("where %s is missing it says so, and how to get it", (name, message) => {
  expect(problemOf(name, { PATH: empty })).toMatch(message);
});

test("a mirror that is none is told from one without the provider", () => {
  const environment = { PATH: empty, E2E_PLUGIN_MIRROR: empty };
  expect(problemOf("the AWS provider", environment)).toBe(
    `E2E_PLUGIN_MIRROR must be a folder with a folder registry.terraform.io in it, got ${empty}; "terraform providers mirror" makes one`,
  );
});

test.each([
  ["Terraform v1.9.8", false],
  ["Terraform v0.15.0", false],
  ["OpenTofu v1.10.0", false],
  ["Terraform v1.10.0", true],
  ["Terraform v1.11.4", true],
  ["Terraform v2.0.0", true],
])("%s is new enough: %s", (version, isNewEnough) => {
  const folder = mkdtempSync(join(empty, "path-"));
  const file = join(folder, "terraform");
  writeFileSync(file, `#!/bin/sh\necho '${version}'\n`);
  chmodSync(file, 0o755);
  expect(problemOf("terraform", { PATH: folder })).toEqual(
    isNewEnough ? undefined : expect.stringContaining(`got ${version};`),
  );
});
