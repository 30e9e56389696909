import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { basename, delimiter, join } from "node:path";

/** A program of one version. */
export interface Program {
  readonly path: string;
  /** What it says of itself: `amtool, version 0.34.0`. */
  readonly version: string;
}

/** What {@link programsIfAny} gives. Throws when there is none. */
export function programsNamed(name: string): readonly Program[] {
  const programs = programsIfAny(name);
  if (programs.length > 0) return programs;
  throw new Error(
    `${name} must be on the path or in .cache/bin; .ci/install-programs puts it there`,
  );
}

/**
 * Every version of a program that is there, the oldest first: `name` on the path and in `.cache/bin`, where
 * `name-<version>` may lie beside it.
 */
export function programsIfAny(name: string): readonly Program[] {
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
  return [...byVersion.values()];
}

/** What does not know its version names itself by its file. */
function versionOf(path: string): string {
  const output = execFileSync(path, ["--version"], { encoding: "utf8" });
  return /^\w+, version \d\S*/.exec(output)?.[0] ?? basename(path);
}
