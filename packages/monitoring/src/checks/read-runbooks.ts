import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The runbooks of all systems of the project in the folder `project`: `systems/<id>/runbooks/<alert>.md` to Markdown. */
export function readRunbooks(
  project: string,
): Readonly<Record<string, string>> {
  const paths = readdirSync(join(project, "systems")).flatMap((system) => {
    const folder = `systems/${system}/runbooks`;
    return existsSync(join(project, folder))
      ? readdirSync(join(project, folder))
          .filter((name) => name.endsWith(".md"))
          .map((name) => `${folder}/${name}`)
      : [];
  });
  return Object.fromEntries(
    paths.map((path) => [path, readFileSync(join(project, path), "utf8")]),
  );
}
