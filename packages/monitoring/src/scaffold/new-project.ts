import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { ScaffoldedFile } from "./project-files";

/** What a new project is called, and where its packages come from. */
export interface NewProject {
  /** kebab-case: the name in `package.json`, and the project in `cdktf.json`. */
  readonly name: string;
  /** Dependencies that do not come from the registry, such as `file:` of a tarball, by package. @default {} */
  readonly packages?: Readonly<Record<string, string>>;
}

/** npm would read `.gitignore` as a list of what to leave out of the package that ships it. */
const renamed: Readonly<Record<string, string>> = { gitignore: ".gitignore" };

/** The files of a company's own repository: two environments, one small system, its tests and workflows. */
export function newProject({
  name,
  packages = {},
}: NewProject): readonly ScaffoldedFile[] {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
    throw new Error(
      `the name of the project must be kebab-case, such as "acme-monitoring", got "${name}"; give one with --name`,
    );
  return templateFiles().map(({ path, content }) => {
    switch (path) {
      case "package.json":
        return { path, content: packageJson(content, name, packages) };
      case "cdktf.json":
        return { path, content: withFields(content, { projectId: name }) };
      default:
        return { path, content };
    }
  });
}

/** The packages that `files`, the names of tarballs, hold: file by package. */
export function tarballsOf(
  files: readonly string[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    tarballPackages.map((name) => {
      const start = `${name.replace("@", "").replace("/", "-")}-`;
      const found = files.filter(
        (file) =>
          file.startsWith(start) &&
          /^\d+\.\d+\.\d+.*\.tgz$/.test(file.slice(start.length)),
      );
      const [file] = found;
      if (file === undefined || found.length > 1)
        throw new Error(
          `the folder of packages must hold one ${start}<version>.tgz, got ${found.join(", ") || "none"}; npm pack --workspaces writes them`,
        );
      return [name, file];
    }),
  );
}

/** In the order of their dependencies. */
const tarballPackages = [
  "@cdktf/provider-grafana",
  "@monitoring-as-code/grafana-stand-in",
  "monitoring-as-code",
  "@monitoring-as-code/constructs",
];

function templateFiles(): readonly ScaffoldedFile[] {
  const folder = join(__dirname, "..", "..", "templates", "project");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => join(folder, path))
    .filter((file) => statSync(file).isFile())
    .sort()
    .map((file) => {
      const path = relative(folder, file).split(sep).join("/");
      return {
        path: renamed[path] ?? path,
        content: readFileSync(file, "utf8"),
      };
    });
}

function packageJson(
  content: string,
  name: string,
  packages: Readonly<Record<string, string>>,
): string {
  const { dependencies } = JSON.parse(content) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  const all = Object.entries({ ...dependencies, ...packages }).sort(
    ([a], [b]) => (a < b ? -1 : 1),
  );
  return withFields(content, { name, dependencies: Object.fromEntries(all) });
}

function withFields(
  content: string,
  fields: Readonly<Record<string, unknown>>,
): string {
  const known = JSON.parse(content) as Readonly<Record<string, unknown>>;
  return `${JSON.stringify({ ...known, ...fields }, null, 2)}\n`;
}
