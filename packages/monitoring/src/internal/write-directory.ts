import { chmod, mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** A file of a directory; its path is relative, with `/`. */
export interface DirectoryFile {
  readonly path: string;
  readonly content: string;
}

/**
 * Replaces `directory` with exactly these files: they are written beside it first and take its place by renaming, so
 * that an error or a reader in between meets the old directory or the new one, never half of one.
 * Throws on a path that leads outside of it, and on two files of one path.
 */
export async function writeDirectory(
  directory: string,
  files: readonly DirectoryFile[],
): Promise<void> {
  checkPaths(directory, files);
  const parent = dirname(directory);
  await mkdir(parent, { recursive: true });
  const fresh = await mkdtemp(join(parent, `.${basename(directory)}-`));
  const old = `${fresh}-old`;
  try {
    // A temporary folder is its owner's alone, but servers that run as somebody else read this one.
    await chmod(fresh, 0o777 & ~process.umask());
    for (const { path, content } of files) {
      const target = join(fresh, path);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, content);
    }
    const replaced = await renameIfThere(directory, old);
    try {
      await rename(fresh, directory);
    } catch (error) {
      if (replaced) await rename(old, directory);
      throw error;
    }
  } finally {
    await rm(fresh, { recursive: true, force: true });
    await rm(old, { recursive: true, force: true });
  }
}

function checkPaths(directory: string, files: readonly DirectoryFile[]): void {
  const seen = new Set<string>();
  for (const { path } of files) {
    const parts = path.split("/");
    if (parts.some((part) => part === "" || part === "." || part === "..")) {
      throw new Error(
        `files of ${directory} must have relative paths without "..", got "${path}"`,
      );
    }
    if (seen.has(path)) {
      throw new Error(`two files of ${directory} have the path "${path}"`);
    }
    seen.add(path);
  }
}

async function renameIfThere(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
    throw error;
  }
}
