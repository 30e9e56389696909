import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";

/** The runbooks below `docs/runbooks` of `project`, by their paths below the project. */
export function readRunbooks(
  project: string,
): Readonly<Record<string, string>> {
  const folder = join("docs", "runbooks");
  const names = readdirSync(join(project, folder), {
    recursive: true,
    encoding: "utf8",
  }).filter((name) => name.endsWith(".md"));
  return Object.fromEntries(
    names.map((name) => [
      join(folder, name).split(sep).join("/"),
      readFileSync(join(project, folder, name), "utf8"),
    ]),
  );
}
