import { readFileSync } from "node:fs";
import { join } from "node:path";
import { allChecks } from "../../src/checks/all";
import { runChecks } from "../../src/checks/run-checks";
import { readRunbooks } from "../../src/checks/read-runbooks";
import { deploymentOf } from "../../src/deployment";
import { newProject, tarballsOf } from "../../src/scaffold/new-project";
import project from "../../templates/project/monitoring";

interface PackageJson {
  readonly name: string;
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const root = join(__dirname, "..", "..", "..", "..");
const packageAt = (folder: string): PackageJson =>
  JSON.parse(
    readFileSync(join(root, folder, "package.json"), "utf8"),
  ) as PackageJson;

function written(
  packages?: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    newProject({
      name: "acme-monitoring",
      ...(packages === undefined ? {} : { packages }),
    }).map(({ path, content }) => [path, content]),
  );
}

const packageJson = (text: string | undefined): PackageJson =>
  JSON.parse(text ?? "{}") as PackageJson;

describe("a new project", () => {
  test("has a name of its own, and what git must not take", () => {
    const files = written();
    expect(packageJson(files["package.json"]).name).toBe("acme-monitoring");
    expect(files["cdktf.json"]).toContain(`"projectId": "acme-monitoring"`);
    expect(files[".gitignore"]).toContain("node_modules/");
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining([
        "main.ts",
        "monitoring.ts",
        "systems/shop/runbooks/shop-down.md",
        ".github/workflows/pull-request.yml",
      ]),
    );
  });

  test("takes packages from where it is told to", () => {
    const { dependencies } = packageJson(
      written({ "monitoring-as-code": "file:../a.tgz" })["package.json"],
    );
    expect(dependencies).toMatchObject({
      "monitoring-as-code": "file:../a.tgz",
      "@monitoring-as-code/constructs": packageAt("constructs").version,
    });
  });

  test("asks for the versions that the packages have, and for those that they were tested with", () => {
    const { dependencies, devDependencies } = packageAt(
      "packages/monitoring/templates/project",
    );
    const here = packageAt(".");
    const engine = packageAt("packages/monitoring");
    const known = {
      ...engine.dependencies,
      ...here.devDependencies,
      ...here.dependencies,
      ...Object.fromEntries(
        [
          "packages/monitoring",
          "packages/grafana-stand-in",
          "packages/provider-grafana",
          "constructs",
        ].map((folder) => {
          const { name, version } = packageAt(folder);
          return [name, version];
        }),
      ),
    };
    const asked = { ...dependencies, ...devDependencies };
    expect(asked).toEqual(
      Object.fromEntries(
        Object.keys(asked).map((name) => [
          name,
          known[name as keyof typeof known],
        ]),
      ),
    );
  });

  test("has no findings", () => {
    const findings = runChecks(
      project.environments.map((environment) =>
        deploymentOf(environment, project),
      ),
      allChecks,
      {
        runbooks: readRunbooks(
          join(root, "packages/monitoring/templates/project"),
        ),
      },
    );
    expect(findings).toEqual([]);
  });

  test.each(["Acme", "acme monitoring", "", "-acme"])(
    "rejects the name %j",
    (name) => {
      expect(() => newProject({ name })).toThrow(
        `the name of the project must be kebab-case, such as "acme-monitoring", got "${name}"; give one with --name`,
      );
    },
  );
});

describe("a folder of tarballs", () => {
  const files = [
    "cdktf-provider-grafana-4.45.1.tgz",
    "monitoring-as-code-0.1.0.tgz",
    "monitoring-as-code-constructs-0.1.0.tgz",
    "monitoring-as-code-grafana-stand-in-0.1.0.tgz",
  ];

  test("holds one of each package", () => {
    expect(tarballsOf([...files, "notes.txt"])).toEqual({
      "@cdktf/provider-grafana": files[0],
      "monitoring-as-code": files[1],
      "@monitoring-as-code/constructs": files[2],
      "@monitoring-as-code/grafana-stand-in": files[3],
    });
  });

  test.each([
    ["nothing", [], "cdktf-provider-grafana-<version>.tgz, got none"],
    [
      "two versions",
      [...files, "monitoring-as-code-0.2.0.tgz"],
      "monitoring-as-code-<version>.tgz, got monitoring-as-code-0.1.0.tgz, monitoring-as-code-0.2.0.tgz",
    ],
  ])("rejects %s", (_, given, message) => {
    expect(() => tarballsOf(given)).toThrow(
      `the folder of packages must hold one ${message}; npm pack --workspaces writes them`,
    );
  });
});
