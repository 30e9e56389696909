import { randomUUID } from "node:crypto";
import {
  mkdir,
  readFile,
  readdir,
  rename,
  rm,
  writeFile,
} from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";

/** Where backups are kept: objects by key, with `/` between the parts of it. */
export interface ObjectStore {
  /** For people: `s3://bucket`, or a folder. */
  readonly name: string;
  /** Writes the object whole or not at all. */
  put(key: string, content: string): Promise<void>;
  /** undefined when it is not there. */
  get(key: string): Promise<Buffer | undefined>;
  /** The keys that begin with `prefix`, in order. */
  list(prefix: string): Promise<readonly string[]>;
  /** What stands between `prefix` and the next `/` in keys, each once and in order. */
  folders(prefix: string): Promise<readonly string[]>;
}

/** What a file is called until it is whole. */
const unfinished = ".part";

/** Objects as files below `folder`, which no other user can read: dashboards tell how a company works. */
export function folderStore(folder: string): ObjectStore {
  const root = resolve(folder);
  const fileOf = (key: string): string => {
    const file = resolve(root, key);
    if (!file.startsWith(`${root}${sep}`))
      throw new Error(
        `${root}: must hold all of its objects, got the key "${key}"`,
      );
    return file;
  };
  const list = async (prefix: string): Promise<readonly string[]> => {
    // Prefixes end with a folder, so that nothing else has to be looked at.
    const below = fileOf(prefix.slice(0, prefix.lastIndexOf("/") + 1) || ".");
    const found = await filesBelow(below);
    return found
      .map((file) => relative(root, file).split(sep).join("/"))
      .filter((key) => key.startsWith(prefix) && !key.endsWith(unfinished))
      .sort();
  };
  return {
    name: root,
    put: async (key, content) => {
      const file = fileOf(key);
      const part = `${file}.${randomUUID()}${unfinished}`;
      await mkdir(dirname(file), { recursive: true, mode: 0o700 });
      try {
        await writeFile(part, content, { mode: 0o600, flush: true });
        await rename(part, file);
      } finally {
        await rm(part, { force: true });
      }
    },
    get: (key) => unlessMissing(readFile(fileOf(key))),
    list,
    folders: async (prefix) => {
      const keys = await list(prefix);
      const names = keys.flatMap((key) => {
        const [name, ...rest] = key.slice(prefix.length).split("/");
        return name === undefined || rest.length === 0 ? [] : [name];
      });
      return [...new Set(names)].sort();
    },
  };
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries =
    (await unlessMissing(
      readdir(folder, { recursive: true, withFileTypes: true }),
    )) ?? [];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

async function unlessMissing<Value>(
  value: Promise<Value>,
): Promise<Value | undefined> {
  try {
    return await value;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
