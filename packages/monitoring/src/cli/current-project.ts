import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type * as TsxApi from "tsx/cjs/api";
import type { Project } from "../model/project";

const fileName = "monitoring.ts";

let loaded: { readonly file: string; readonly project: Project } | undefined;

/** The folder of `monitoring.ts`, looked for from the current folder upwards. */
export function projectFolder(): string {
  return dirname(projectFile());
}

/**
 * The project that the command works on, loaded once.
 * Throws where there is no `monitoring.ts` from the current folder upwards, and where it exports no project.
 */
export function currentProject(): Project {
  const file = projectFile();
  if (loaded?.file === file) return loaded.project;
  const { default: project } = loadTypeScript(file) as {
    readonly default?: Project;
  };
  if (project === undefined)
    throw new Error(
      `${file}: must export a project as its default, got none; write "export default defineProject({ … })"`,
    );
  loaded = { file, project };
  return project;
}

function projectFile(): string {
  for (let folder = resolve("."); ; folder = dirname(folder)) {
    const file = join(folder, fileName);
    if (existsSync(file)) return file;
    if (folder === dirname(folder))
      throw new Error(
        `there must be a ${fileName} in the current folder or above it, got none above ${resolve(".")}; run this in a project, or start one with "monitoring init <folder>"`,
      );
  }
}

/** Loaded only where a command needs it: tsx takes longer to load than most commands take. */
function loadTypeScript(file: string): unknown {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const tsx = require("tsx/cjs/api") as typeof TsxApi;
  return tsx.require(file, __filename);
}
