import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { Argument, type Command } from "commander";
import { format, resolveConfig } from "prettier";
import {
  scaffold,
  scaffoldKinds,
  type ScaffoldKind,
} from "../scaffold/scaffold";
import { exitCodes } from "./exit-codes";
import type { Surroundings } from "./surroundings";

export function configure(command: Command, surroundings: Surroundings): void {
  exitCodes(command)
    .description("writes a new thing and registers it, ready to be filled in")
    .addArgument(new Argument("<kind>", "what to write").choices(scaffoldKinds))
    .argument("<name>", "<system>/<name>, or <name> of a system or environment")
    .option(
      "--no-snapshots",
      "leave the snapshots of the environments as they are",
    )
    .action(
      (kind: ScaffoldKind, name: string, options: { snapshots: boolean }) =>
        write(kind, name, options, surroundings),
    );
}

async function write(
  kind: ScaffoldKind,
  name: string,
  options: { readonly snapshots: boolean },
  { project: found, print }: Surroundings,
): Promise<void> {
  const project = found();
  const read = (path: string): string | undefined =>
    existsSync(project.path(path))
      ? readFileSync(project.path(path), "utf8")
      : undefined;
  const files = await Promise.all(
    scaffold(kind, name, read).map(async ({ path, content }) => ({
      path,
      content: await format(content, {
        ...(await resolveConfig(project.path(path))),
        filepath: path,
      }),
    })),
  );
  for (const { path, content } of files) {
    const file = project.path(path);
    const verb = existsSync(file) ? "changed" : "wrote";
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    print(`${verb} ${path}\n`);
  }
  if (options.snapshots && existsSync(project.path(snapshotTest))) {
    updateSnapshots(project.folder);
    print("updated the snapshots of the environments\n");
  }
}

/** Where the snapshots of the environments are made. */
const snapshotTest = "__tests__/main.test.ts";

/** The snapshots of the environments show the new thing in the review: they are part of the change. */
function updateSnapshots(folder: string): void {
  const { status } = spawnSync(
    "npx",
    ["jest", snapshotTest, "--silent", "--ci=false", "--updateSnapshot"],
    { cwd: folder, stdio: ["ignore", "ignore", "inherit"] },
  );
  if (status !== 0)
    throw new Error(
      `the new thing does not pass ${snapshotTest}: run npm test to see why`,
    );
}
