import type { Command } from "commander";
import { resolve } from "node:path";
import type { OpenProject } from "../project/open-project";

/** A folder that was named, seen from where the user stands; without a name, one of the project. */
export function folderOr(
  named: string | undefined,
  project: () => OpenProject,
  ...parts: readonly string[]
): string {
  return named === undefined ? project().path(...parts) : resolve(named);
}

/** Adds `--synthesized`. */
export function synthesizedOption(command: Command): Command {
  return command.option(
    "--synthesized <dir>",
    "what `monitoring synth` wrote (default: cdktf.out of the project)",
  );
}

/** Adds `--plans`. */
export function plansOption(command: Command): Command {
  return command.option(
    "--plans <dir>",
    "where plans are saved (default: .cache/plans of the project)",
  );
}
