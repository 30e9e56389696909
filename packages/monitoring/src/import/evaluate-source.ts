import { statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, isAbsolute, join, resolve } from "node:path";
import { compileFunction } from "node:vm";
import { build, type Plugin } from "esbuild";

/** A file of TypeScript that is not written yet; its path is relative to the project. */
export interface SourceFile {
  readonly path: string;
  readonly content: string;
}

/** What a module exports, by name. */
export type ModuleExports = Readonly<Record<string, unknown>>;

/**
 * Runs files that are not written yet as if they were, and gives what `entry` exports. They import each other and
 * whatever the project at `root` has; packages come from its node_modules. Throws with file and line where they cannot be
 * bundled.
 */
export async function evaluateSource(
  files: readonly SourceFile[],
  entry: string,
  root: string,
): Promise<ModuleExports> {
  const { outputFiles } = await build({
    entryPoints: [join(root, entry)],
    absWorkingDir: root,
    bundle: true,
    write: false,
    platform: "node",
    format: "cjs",
    target: "node20",
    logLevel: "silent",
    plugins: [unwritten(files, root)],
  });
  const [bundle] = outputFiles;
  if (bundle === undefined)
    throw new Error(`nothing came of ${entry}: it must export something`);
  const module: { exports: ModuleExports } = { exports: {} };
  const run = compileFunction(bundle.text, ["module", "exports", "require"], {
    filename: join(root, entry),
  }) as (module: unknown, exports: unknown, require: unknown) => void;
  run(module, module.exports, createRequire(join(root, "package.json")));
  return module.exports;
}

/** Answers for files that are in memory only, before the disk is asked. */
function unwritten(files: readonly SourceFile[], root: string): Plugin {
  const contents = new Map(
    files.map(({ path, content }) => [join(root, path), content]),
  );
  return {
    name: "unwritten",
    setup(bundling) {
      bundling.onResolve({ filter: /.*/ }, ({ path, resolveDir }) => {
        if (!isAbsolute(path) && !path.startsWith("."))
          return { path, external: true };
        const target = resolve(resolveDir, path);
        const found = [target, `${target}.ts`, join(target, "index.ts")].find(
          (candidate) => contents.has(candidate) || isFile(candidate),
        );
        return found === undefined ? undefined : { path: found };
      });
      bundling.onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const content = contents.get(path);
        return content === undefined
          ? undefined
          : { contents: content, loader: "ts", resolveDir: dirname(path) };
      });
    },
  };
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
