import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import {
  runCommand,
  type CommandResult,
  scratchFolder,
} from "@monitoring-as-code/grafana-stand-in";
import { startGrafana, type GrafanaTarget } from "./grafana-target";
import { ProjectCopy } from "./project-copy";

const copy = new ProjectCopy();
const terraform = onPath("terraform");

afterAll(() => copy.remove());

/** `npm start` with these programs on the path besides Node.js and the shell. */
function npmStart(
  programs: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<CommandResult> {
  return runCommand("npm", ["start"], {
    cwd: copy.folder,
    env: {
      PATH: `${programs}:${nodeAndShell()}`,
      HOME: process.env["HOME"] ?? "/",
      ...environment,
    },
  });
}

/** A folder with what npm itself needs, and nothing else of this machine. */
function nodeAndShell(): string {
  const folder = scratchFolder("path");
  for (const name of ["node", "npm", "sh", "env"])
    symlinkSync(onPath(name), join(folder, name));
  return folder;
}

function onPath(name: string): string {
  const script = `command -v ${name}`;
  return execFileSync("sh", ["-c", script], { encoding: "utf8" }).trim();
}

/** A `terraform` that does what a shell script says. */
function terraformThat(script: string): string {
  const folder = scratchFolder("path");
  const file = join(folder, "terraform");
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return folder;
}

/** How many rows the table below a title says it has. */
function count(output: string, title: string): number {
  return Number(new RegExp(`^(\\d+) ${title}$`, "m").exec(output)?.[1]);
}

describe("npm start on the stand-in", () => {
  let first: CommandResult;

  beforeAll(async () => {
    first = await npmStart(dirname(terraform));
  });

  test("deploys local, and says so step by step with the time that each took", () => {
    expect(first).toMatchObject({ exitCode: 0 });
    for (const step of [
      /^synthesize every environment … \d+\.\d s$/m,
      /^check every environment … 0 errors, \d+ warnings.*, \d+\.\d s$/m,
      /^start the stand-in for Grafana … \d+\.\d s$/m,
      /^terraform init … \d+\.\d s$/m,
      /^terraform plan … \d+ to add, 0 to change, 0 to destroy, \d+\.\d s$/m,
      /^terraform apply … \d+\.\d s$/m,
      /^Done in \d+ s\.$/m,
    ])
      expect(first.stdout).toMatch(step);
  });

  test("prints a table each of folders, dashboards, rules and routes, with all that was synthesized", () => {
    const { resource } = JSON.parse(
      copy.read("cdktf.out/stacks/local/cdk.tf.json"),
    ) as { resource: Record<string, object> };
    const size = (type: string): number =>
      Object.keys(resource[type] ?? {}).length;
    expect(count(first.stdout, "folders")).toBe(size("grafana_folder"));
    expect(count(first.stdout, "dashboards")).toBe(size("grafana_dashboard"));
    expect(count(first.stdout, "rules")).toBe(size("grafana_rule_group"));
    expect(count(first.stdout, "routes")).toBeGreaterThan(10);
    expect(first.stdout).toMatch(/E-Commerce Overview +│ \/d\/app-overview +│/);
  });

  test("says where the plan and the state are, and they are there", () => {
    const plan = /^Plan: +(\S+)$/m.exec(first.stdout)?.[1] ?? "";
    const state = /^State: +(\S+)$/m.exec(first.stdout)?.[1] ?? "";
    expect(copy.read(plan)).toMatch(/^Plan: \d+ to add/m);
    expect(copy.read(state)).toContain('"grafana_notification_policy"');
  });

  test("can be run again, although the first stand-in took everything with it", async () => {
    const second = await npmStart(dirname(terraform));
    expect(second).toMatchObject({ exitCode: 0 });
    expect(tables(second.stdout)).toEqual(tables(first.stdout));
  });
});

describe("npm start with GRAFANA_URL and GRAFANA_AUTH", () => {
  let grafana: GrafanaTarget;

  beforeAll(async () => {
    grafana = await startGrafana();
  });

  afterAll(() => grafana.stop());

  function startAt(url: string): Promise<CommandResult> {
    return npmStart(dirname(terraform), {
      ...grafana.environment,
      GRAFANA_URL: url,
      GRAFANA_AUTH: "admin:a-password",
      TF_VAR_easy_flow_webhook_token: "given",
    });
  }

  test("deploys there, keeps the state for the next time, and prints no secret", async () => {
    const first = await startAt("http://localhost:3000/");
    expect(first).toMatchObject({ exitCode: 0 });
    expect(first.stdout).toMatch(
      /^State: +cdktf.out\/stacks\/local\/terraform.local.tfstate$/m,
    );
    expect(first.stdout).toContain("Open http://localhost:3000/dashboards");
    expect(first.stdout).toContain("TF_VAR_easy_flow_analytics_password");
    expect(first.stdout).not.toContain("TF_VAR_easy_flow_webhook_token");
    expect(first.output).not.toContain("a-password");
    const second = await startAt("http://localhost:3000");
    expect(second).toMatchObject({ exitCode: 0 });
    expect(second.stdout).toMatch(/^terraform plan … nothing to change/m);
    expect(tables(second.stdout)).toEqual(tables(first.stdout));
  });

  test("another server has a state of its own", async () => {
    // Everything is on the stand-in already, so it refuses what a new state would create.
    const { exitCode, output } = await startAt("https://other.example.com");
    expect(exitCode).toBe(1);
    expect(output).toContain("already exists");
    const folder = join(copy.folder, "cdktf.out/servers/other.example.com");
    expect(
      readFileSync(join(folder, "start_override.tf.json"), "utf8"),
    ).toContain("https://other.example.com");
  });

  test("refuses one of them without the other before it does anything", async () => {
    const { exitCode, output } = await npmStart(dirname(terraform), {
      GRAFANA_URL: "http://localhost:3000",
    });
    expect(exitCode).toBe(1);
    expect(output).toContain("GRAFANA_AUTH must be user:password");
    expect(output).not.toContain("synthesize");
  });
});

describe("npm start without a usable terraform", () => {
  test("synthesizes, checks, and says how to get one where there is none", async () => {
    const empty = join(scratchFolder("path"), "empty");
    mkdirSync(empty);
    const { exitCode, stdout } = await npmStart(empty);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^check every environment … 0 errors/m);
    expect(stdout).toContain("There is no terraform on the path");
    expect(stdout).toContain("https://developer.hashicorp.com/terraform");
    expect(count(stdout, "environments")).toBe(4);
    expect(existsSync(join(copy.folder, "cdktf.out/stacks/prod"))).toBe(true);
  });

  test("shows what it says where it does not start", async () => {
    const broken = terraformThat(
      "echo 'cannot execute: bad ELF' >&2; exit 126",
    );
    const { exitCode, output } = await npmStart(broken);
    expect(exitCode).toBe(1);
    expect(output).toContain("cannot execute: bad ELF");
    expect(output).not.toMatch(/^\s+at /m);
  });

  test("refuses one that is too old", async () => {
    const { exitCode, output } = await npmStart(
      terraformThat("echo 'Terraform v1.5.7'"),
    );
    expect(exitCode).toBe(1);
    expect(output).toContain("terraform must be 1.10 or newer, got 1.5.7");
  });

  test("shows its error where a step fails", async () => {
    const { exitCode, output } = await npmStart(
      terraformThat(
        `if [ "$1" = apply ]; then echo 'Error: disk full' >&2; exit 1; fi\nexec ${terraform} "$@"`,
      ),
    );
    expect(exitCode).toBe(1);
    expect(output).toMatch(/^terraform apply … failed/m);
    expect(output).toContain("Error: disk full");
    expect(output).not.toMatch(/^\d+ dashboards$/m);
  });
});

/** What was printed from the first table on, without how long it took. */
function tables(output: string): string {
  return output.slice(output.search(/^\d+ folders$/m)).replace(/ in \d+ s/, "");
}
