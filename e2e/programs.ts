import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";

/** A program of one version. */
export interface Program {
  readonly path: string;
  /** First line of what it says of its version. */
  readonly version: string;
}

/**
 * Every version of a program that is there: `name` on the path and in `.cache/bin`, where `name-<version>` may lie beside
 * it. Throws when there is none.
 */
export function programsNamed(name: string): readonly Program[] {
  const cache = join(__dirname, "..", ".cache", "bin");
  const onPath = (process.env.PATH ?? "")
    .split(delimiter)
    .map((folder) => join(folder, name));
  const cached = existsSync(cache)
    ? readdirSync(cache)
        .filter((file) => file === name || file.startsWith(`${name}-`))
        .sort()
        .map((file) => join(cache, file))
    : [];
  const byVersion = new Map<string, Program>();
  for (const path of [...onPath, ...cached].filter(existsSync)) {
    const version = versionOf(path);
    if (!byVersion.has(version)) byVersion.set(version, { path, version });
  }
  if (byVersion.size === 0) {
    throw new Error(
      `${name} must be on the path or in .cache/bin; .ci/install-programs puts it there`,
    );
  }
  return [...byVersion.values()];
}

/** Builds without a version name themselves by their file. */
function versionOf(path: string): string {
  const output = execFileSync(path, ["--version"], { encoding: "utf8" });
  const [line = ""] = output.split("\n");
  return /version \d/.test(line) ? line : path;
}
