import { readdirSync, readFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { alertmanagerConfig } from "monitoring-as-code/outputs/alertmanager";
import { notificationsOf } from "monitoring-as-code/deployment";
import {
  importAlertmanager,
  importAsset,
  importEnvironment,
  newestVersion,
} from "monitoring-as-code/import";
import { runCommand } from "@monitoring-as-code/grafana-stand-in";
import { environmentNamed } from "monitoring-as-code";
import { OpenProject } from "monitoring-as-code/project";
import acme from "../monitoring";
import { programsNamed } from "./programs";
import { ProjectCopy, type Outcome } from "./project-copy";
import { withFiles } from "./rendered-environment";

const fixtures = join(__dirname, "../packages/monitoring/__tests__/import");

function filesIn(folder: string, ending: RegExp): readonly string[] {
  return readdirSync(join(fixtures, folder))
    .filter((name) => ending.test(name))
    .map((name) => join(fixtures, folder, name));
}

const rules = filesIn("rules/files", /\.ya?ml$/);
const configurations = filesIn("alertmanager/files", /\.ya?ml$/);
const dashboards = filesIn("dashboard/fixtures", /\.json$/);

let project: ProjectCopy;

/** Sees every system, so that it can hold rules of any. */
const system = "alerting";

beforeAll(() => {
  project = new ProjectCopy();
});

afterAll(() => {
  project.remove();
});

/** Throws with what a command said where it failed. */
function pass({ status, stdout, stderr }: Outcome): string {
  if (status !== 0) throw new Error(`${stdout}${stderr}`);
  return stdout;
}

interface ImportReport {
  readonly written: boolean;
  readonly files: readonly { readonly path: string }[];
}

const written: string[] = [];

/** Imports into the copy, from here: a process for each would take most of the time. */
async function imported(
  file: string,
  options: Partial<Parameters<typeof importAsset>[1]>,
): Promise<ImportReport> {
  let text = "";
  await importAsset(
    file,
    { severity: {}, json: true, ...options },
    {
      project: new OpenProject(project.folder, () => acme),
      print: (part) => (text += part),
    },
  );
  const report = JSON.parse(text) as ImportReport;
  written.push(...report.files.map(({ path }) => path));
  return report;
}

/** A name that no other fixture has. */
function nameOf(file: string): string {
  return `imported-${basename(file, extname(file))}`;
}

/** What the severities of other tools stand for. */
const severities = {
  none: "info",
  page: "critical",
  ticket: "warning",
  "": "warning",
} as const;

describe("what monitoring import writes", () => {
  test.each(rules.map((file) => [basename(file), file]))(
    "the rules of %s are written, and added to a system's lists",
    async (_, file) => {
      const report = await imported(file, {
        system,
        name: nameOf(file),
        register: true,
        severity: severities,
      });
      expect(report.written).toBe(true);
    },
  );

  test.each(configurations.map((file) => [basename(file), file]))(
    "the notifications of %s are written",
    async (_, file) => {
      const report = await imported(file, { name: nameOf(file) });
      expect(report.written).toBe(true);
    },
  );

  test.each(dashboards.map((file) => [basename(file), file]))(
    "the dashboard of %s is written, and added to a system's list",
    async (_, file) => {
      const report = await imported(file, {
        system,
        name: nameOf(file),
        register: true,
      });
      expect(report.written).toBe(true);
    },
  );

  const newest = programsNamed("amtool").at(-1);

  test.each(configurations.map((file) => [basename(file), file]))(
    "the notifications of %s render to what amtool takes",
    async (_, file) => {
      const environment = environmentNamed(acme, "prod");
      const { notifications, smtp } = importAlertmanager(
        readFileSync(file, "utf8"),
        { name: nameOf(file), environment },
      );
      const everything = importEnvironment(environment, smtp);
      const config = alertmanagerConfig(
        notificationsOf(everything, notifications, []),
        everything,
        newestVersion,
      );
      await withFiles(config.files, async (folder) => {
        const { exitCode, output } = await runCommand(
          newest?.path ?? "amtool",
          ["check-config", "alertmanager.yml"],
          { cwd: folder, env: {} },
        );
        expect(output).not.toContain("FAILED");
        expect(exitCode).toBe(0);
      });
    },
  );

  test("passes the type check", () => {
    expect(pass(project.run("npx", "tsc", "--noEmit"))).toBe("");
  });

  test("passes lint and format", () => {
    const files = [...new Set(written)];
    expect(files.length).toBeGreaterThan(rules.length + dashboards.length);
    pass(project.run("npx", "eslint", "--max-warnings", "0", ...files));
    pass(project.run("npx", "prettier", "--check", ...files));
  });

  test("is left alone when it is imported again", () => {
    const [file = ""] = configurations;
    const again = project.run(
      "npx",
      "monitoring",
      "import",
      file,
      "--name",
      nameOf(file),
    );
    expect(again.status).toBe(1);
    expect(again.stderr).toContain("is there already");
  });
});
