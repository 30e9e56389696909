import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { dashboardConfig } from "monitoring-as-code/dashboards";
import { alertmanagerConfig } from "monitoring-as-code/outputs/alertmanager";
import { ruleFiles } from "monitoring-as-code/outputs/prometheus";
import { importAsset } from "monitoring-as-code/import";
import { OpenProject } from "monitoring-as-code/project";
import { environments } from "../environments";
import project from "../monitoring";
import { systems } from "../systems";
import { deploymentNamed } from "./deployments";
import { oneOfEachKind } from "./one-of-each-kind";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "import-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Report {
  readonly files: readonly {
    readonly path: string;
    readonly content: string;
  }[];
  readonly unexpressed: readonly { readonly what: string }[];
  readonly toComplete: readonly unknown[];
}

/** What the import of a file says, which throws where the import rendered again is not the original. */
async function imported(
  text: string,
  options: Partial<Parameters<typeof importAsset>[1]>,
): Promise<Report> {
  const file = join(folder, "imported");
  writeFileSync(file, text);
  let report = "";
  await importAsset(
    file,
    { severity: {}, dryRun: true, json: true, ...options },
    {
      project: new OpenProject(resolve(__dirname, ".."), () => project),
      print: (part) => (report += part),
    },
  );
  return JSON.parse(report) as Report;
}

const dashboards = systems.flatMap(({ id, dashboards: own }) =>
  own.map((dashboard) => [dashboard.uid, id, dashboard] as const),
);

if (dashboards.length > 0)
  test.each(oneOfEachKind(dashboards, ([, id]) => id))(
    "the dashboard %s comes back in the words of the house style",
    async (_, id, dashboard) => {
      const stored = {
        ...dashboardConfig(dashboard, { folderUid: id, editable: false }),
        id: 12,
        version: 3,
      };
      const answer = { dashboard: stored, meta: { folderUid: id, version: 3 } };
      const report = await imported(JSON.stringify(answer), {
        system: id,
      });
      expect(report.unexpressed).toEqual([]);
      expect(report.files[0]?.content).not.toMatch(/imported: true|raw:/);
    },
  );

const rendered = environments.flatMap(({ name }) =>
  ruleFiles(deploymentNamed(name)).map(
    ({ path, content }) => [name, path, content] as const,
  ),
);

if (rendered.length > 0)
  // Every file of the environment that has most in it; the others have nearly the same.
  test.each(
    oneOfEachKind(rendered, ([name, path]) =>
      name === "prod" ? `${name} ${path}` : `${name} ${dirname(path)}`,
    ),
  )("the rules of %s, %s, come back as they were", async (name, path, text) => {
    const [, system = ""] = /([^/]+)\.yml$/.exec(path) ?? [];
    const report = await imported(text, { system, environment: name });
    expect(report.toComplete).toEqual([]);
    // Nothing but the source holds an alert that the file only mentions.
    const mentioned = text
      .split("\n")
      .filter((line) => /^\s*# (paused|omitted): /.test(line))
      .map((line) => line.trim());
    expect(
      report.unexpressed.flatMap(({ what }) => what.split("\n")).sort(),
    ).toEqual(mentioned.sort());
  });

test.each(environments.map(({ name }) => name))(
  "the notifications of %s come back as they were",
  async (name) => {
    const { notifications, environment } = deploymentNamed(name);
    const { files, omitted } = alertmanagerConfig(notifications, environment);
    const [config] = files;
    const report = await imported(config?.content ?? "", {
      environment: name,
    });
    expect(
      report.unexpressed.filter(({ what }) => what.endsWith(" comments")),
    ).toHaveLength(omitted.length === 0 ? 0 : 1);
  },
);
