import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { DirectoryFile } from "./write-directory";

/**
 * Writes `files` below `root`: all are written beside their places first and moved there when the last one is, so that an
 * error leaves none behind. Throws, with all their paths, where one is there already, unless `force`.
 */
export async function writeNewFiles(
  root: string,
  files: readonly DirectoryFile[],
  force: boolean,
): Promise<void> {
  const there = files.filter(({ path }) => existsSync(join(root, path)));
  if (there.length > 0 && !force)
    throw new Error(
      `${there.map(({ path }) => path).join(", ")} ${there.length > 1 ? "are" : "is"} there already: choose another --name, or overwrite with --force`,
    );
  const waiting = await mkdtemp(join(root, ".import-"));
  try {
    for (const [index, { content }] of files.entries())
      await writeFile(join(waiting, String(index)), content);
    for (const [index, { path }] of files.entries()) {
      const target = join(root, path);
      await mkdir(dirname(target), { recursive: true });
      await rename(join(waiting, String(index)), target);
    }
  } finally {
    await rm(waiting, { recursive: true, force: true });
  }
}
