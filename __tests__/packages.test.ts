import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import project from "../monitoring";

const root = resolve(__dirname, "..");
const packageFolders = ["packages", "constructs"];
const built = /(^|\/)(node_modules|lib|cdktf\.out|\.cache|\.git)$/;

/** Every source file below a folder, by its path below the repository. */
function sourcesIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap(
    (entry) => {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) return built.test(path) ? [] : sourcesIn(path);
      return /\.(ts|js|mjs|json|md|ya?ml|tmpl)$/.test(path) ? [path] : [];
    },
  );
}

const inPackages = packageFolders.flatMap(sourcesIn);
const outside = sourcesIn("").filter(
  (path) => !packageFolders.some((folder) => path.startsWith(`${folder}/`)),
);
const textOf = (path: string): string => readFileSync(join(root, path), "utf8");

/** Paths below the repository of what a file imports by a relative path. */
function importedPaths(path: string): readonly string[] {
  const imports = textOf(path).matchAll(
    /(?:from|import|require\(|import\()\s*"(\.[^"]*)"/g,
  );
  return [...imports].map(([, target = ""]) =>
    relative(root, resolve(root, dirname(path), target))
      .split(sep)
      .join("/"),
  );
}

/** The package that a path lies in: `packages/<name>` or `constructs`. */
function packageOf(path: string): string | undefined {
  return /^(packages\/[^/]+|constructs)\//.exec(path)?.[1];
}

test("files outside of packages and constructs take them by name", () => {
  // End-to-end tests try on a server what the tests of a package try without one, with the same fixtures.
  const isFixture = (path: string, target: string): boolean =>
    path.startsWith("e2e/") && target.includes("/__tests__/");
  const found = outside
    .filter((path) => path.endsWith(".ts"))
    .flatMap((path) =>
      importedPaths(path)
        .filter(
          (target) =>
            packageOf(target) !== undefined && !isFixture(path, target),
        )
        .map((target) => `${path} imports ${target}`),
    );
  expect(found).toEqual([]);
});

test("files of a package import no file of another one, nor of this content", () => {
  const found = inPackages
    .filter((path) => path.endsWith(".ts"))
    .flatMap((path) =>
      importedPaths(path)
        .filter((target) => packageOf(target) !== packageOf(path))
        .map((target) => `${path} imports ${target}`),
    );
  expect(found).toEqual([]);
});

/**
 * Words that are names of this content and words of the field as well. They count only where they are used as a name: as
 * the system of a label, a folder or a dashboard's address.
 */
const wordsOfTheField = [
  "alerting",
  "applications",
  "logs",
  "monitoring-stack",
  "node-exporter",
  "slo",
];

const names = [
  ...project.systems.map(({ id }) => id),
  ...project.systems.flatMap(({ dashboards }) =>
    dashboards.map(({ uid }) => uid),
  ),
];

function patternOf(name: string): RegExp {
  return wordsOfTheField.includes(name)
    ? new RegExp(
        `system(=~?"|: "|s/|")${name}\\b|dashboards/${name}/|/d/${name}\\b`,
      )
    : new RegExp(`(?<![\\w-])${name}(?![\\w-])`);
}

test("no file of a package names a system or a dashboard of this content", () => {
  const patterns = names.map((name) => [name, patternOf(name)] as const);
  const found = inPackages.flatMap((path) => {
    const text = textOf(path);
    return patterns
      .filter(([, pattern]) => pattern.test(text))
      .map(([name]) => `${path}: ${name}`);
  });
  expect(found).toEqual([]);
});

test("no file of a package lists the environments of this content", () => {
  const all = project.environments.map(({ name }) => name).join('"?[,|] ?"?');
  const found = inPackages.filter((path) => new RegExp(all).test(textOf(path)));
  expect(found).toEqual([]);
});
