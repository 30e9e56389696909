import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import type { Command } from "commander";
import { kebabCase } from "../model/uid";
import { newProject, tarballsOf } from "../scaffold/new-project";
import { exitCodes } from "./exit-codes";
import type { Surroundings } from "./surroundings";

interface InitOptions {
  readonly name?: string;
  readonly packages?: string;
}

export function configure(command: Command, { print }: Surroundings): void {
  exitCodes(command)
    .description(
      "writes a repository of your own: two environments and a system to start from",
    )
    .argument("<folder>", "where to write it; empty, or not there yet")
    .option(
      "--name <name>",
      "name of the project (default: the name of the folder)",
    )
    .option(
      "--packages <folder>",
      "take the packages from the tarballs in this folder, not from the registry",
    )
    .action((folder: string, options: InitOptions) => {
      print(init(folder, options));
    });
}

/** Writes a repository of its own into `folder`, which is empty or not there yet, and says how to go on. */
function init(folder: string, options: InitOptions): string {
  const root = resolve(folder);
  const present = existsSync(root)
    ? readdirSync(root).filter((name) => name !== ".git")
    : [];
  if (present.length > 0)
    throw new Error(
      `${folder}: must be empty or not there yet, got ${present.length} files and folders; choose another folder`,
    );
  const files = newProject({
    name: options.name ?? kebabCase(basename(root)),
    packages:
      options.packages === undefined ? {} : tarballs(root, options.packages),
  });
  for (const { path, content } of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return `wrote ${files.length} files to ${folder}

Go on there:
  cd ${folder}
  npm install
  npm start   # deploys to a stand-in for Grafana
  npm test
`;
}

/** The tarballs in `folder` as dependencies, relative to the project, so that both can be moved together. */
function tarballs(
  root: string,
  folder: string,
): Readonly<Record<string, string>> {
  if (!existsSync(folder))
    throw new Error(
      `--packages: must be a folder with tarballs, got ${folder}, which is not there; npm pack --workspaces writes them`,
    );
  return Object.fromEntries(
    Object.entries(tarballsOf(readdirSync(folder))).map(([name, file]) => [
      name,
      `file:${relative(root, resolve(folder, file))}`,
    ]),
  );
}
