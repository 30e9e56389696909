import { existsSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type * as TsxApi from "tsx/cjs/api";
import type { Project } from "../model/project";
import { ContentError } from "./content-error";
import { OpenProject } from "./open-project";

const fileName = "monitoring.ts";

/** Calls `load`, which may take a while; `what` says what goes on. */
export type Loading = <T>(what: string, load: () => T) => T;

/**
 * The project at `place`, a folder or a file; without one, that of the current folder or of the nearest folder above it.
 * @throws where there is no `monitoring.ts`
 */
export function findProject(
  place?: string,
  loading: Loading = (_, load) => load(),
): OpenProject {
  const file = place === undefined ? fileAbove(resolve(".")) : fileAt(place);
  const folder = dirname(file);
  return new OpenProject(folder, () =>
    loading(`loading ${file}`, () => loadProject(file, folder)),
  );
}

function fileAt(place: string): string {
  const path = resolve(place);
  const file =
    statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
      ? join(path, fileName)
      : path;
  if (existsSync(file)) return file;
  throw new Error(
    `--project must be a folder with ${fileName}, or such a file, got ${place}`,
  );
}

function fileAbove(start: string): string {
  for (let folder = start; ; folder = dirname(folder)) {
    const file = join(folder, fileName);
    if (existsSync(file)) return file;
    if (folder === dirname(folder))
      throw new Error(
        `there must be a ${fileName} in the current folder or above it, got none above ${start}; run this in a project, name one with --project, or start one with "monitoring init <folder>"`,
      );
  }
}

function loadProject(file: string, folder: string): Project {
  const { default: project } = loadTypeScript(file, folder) as {
    readonly default?: Project;
  };
  if (project === undefined)
    throw new Error(
      `${file}: must export a project as its default, got none; write "export default defineProject({ … })"`,
    );
  return project;
}

/** @throws ContentError with file and line of what is wrong */
function loadTypeScript(file: string, folder: string): unknown {
  // Loaded only where a command needs it: tsx takes longer to load than most commands take.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const tsx = require("tsx/cjs/api") as typeof TsxApi;
  try {
    return tsx.require(file, __filename);
  } catch (error) {
    throw new ContentError(error, folder, process.cwd());
  }
}
