import { existsSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/** A mistake in a project's files: the message says in which file and line, as seen from where the user stands. */
export class ContentError extends Error {
  /** @param folder where the user stands */
  constructor(error: unknown, project: string, folder: string) {
    super(contentMessage(error, project, folder), { cause: error });
  }
}

function contentMessage(
  error: unknown,
  project: string,
  folder: string,
): string {
  const message = (error instanceof Error ? error.message : String(error))
    // Node.js adds which file required which: the place says it.
    .replace(/\nRequire stack:[^]*$/, "")
    // esbuild's heading says nothing.
    .replace(/^Transform failed with \d+ errors?:\n/, "")
    .replaceAll(project, relative(folder, project) || ".")
    .replace(/^\.\//, "");
  const place =
    error instanceof Error ? placeIn(error, project, folder) : undefined;
  return place === undefined || message.startsWith(place.split(":")[0] ?? "")
    ? message
    : `${place}: ${message}`;
}

/** `systems/shop/alerts.ts:12:5` of the innermost call that the project itself made. */
function placeIn(
  { stack = "" }: Error,
  project: string,
  folder: string,
): string | undefined {
  for (const [, file = "", position = ""] of stack.matchAll(
    /(?:\(|at )(?:file:\/\/)?(\/[^()\n]*?\.[cm]?tsx?)((?::\d+){1,2})\)?$/gm,
  ))
    if (isOwn(file, project)) return `${relative(folder, file)}${position}`;
  return undefined;
}

/** Whether the nearest package of the file is the project, and not one that lies in it. */
function isOwn(file: string, project: string): boolean {
  if (!file.startsWith(`${project}/`) || file.includes("/node_modules/"))
    return false;
  let folder = dirname(file);
  while (folder !== project && !existsSync(join(folder, "package.json")))
    folder = dirname(folder);
  return folder === project;
}
