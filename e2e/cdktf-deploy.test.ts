import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  runCommand,
  type CommandResult,
  inventVariables,
  type StackJson,
} from "@monitoring-as-code/grafana-stand-in";
import { startGrafana, type GrafanaTarget } from "./grafana-target";
import { ProjectCopy } from "./project-copy";

/** The command of the README, as it stands there, on the stack as it is synthesized. */
const project = new ProjectCopy();
const stackFolder = join(project.folder, "cdktf.out/stacks/local");
let grafana: GrafanaTarget;

beforeAll(async () => {
  grafana = await startGrafana();
});

afterAll(() => grafana.stop());
afterAll(() => project.remove());

function cdktf(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<CommandResult> {
  return runCommand("npx", ["cdktf", ...args], {
    cwd: project.folder,
    env: {
      PATH: process.env["PATH"] ?? "",
      HOME: process.env["HOME"] ?? "/",
      CI: "1",
      CHECKPOINT_DISABLE: "1",
      TZ: "UTC",
      ...environment,
    },
  });
}

test("cdktf knows the stacks by the names of the environments", async () => {
  const { exitCode, output } = await cdktf(["list"]);
  expect(exitCode).toBe(0);
  for (const name of ["local", "dev", "staging", "prod", "state"])
    expect(output).toMatch(
      new RegExp(`^${name}\\s+cdktf.out/stacks/${name}\\s*$`, "m"),
    );
});

test("cdktf deploy local deploys it, and keeps its state beside the stack", async () => {
  const stack = JSON.parse(
    readFileSync(join(stackFolder, "cdk.tf.json"), "utf8"),
  ) as StackJson;
  const { exitCode, output } = await cdktf(
    // A lock holds checksums of the provider, and the stand-in has no file.
    ["deploy", "local", "--auto-approve", "--skip-provider-lock"],
    { ...inventVariables(stack), ...grafana.environment },
  );
  expect(output).toMatch(/Apply complete! Resources: \d{3} added/);
  expect(exitCode).toBe(0);
  expect(
    readFileSync(join(stackFolder, "terraform.local.tfstate"), "utf8"),
  ).toContain('"grafana_notification_policy"');
});

test("cdktf refuses a stack that there is none of", async () => {
  const { exitCode, output } = await cdktf(["deploy", "qa", "--auto-approve"]);
  expect(exitCode).not.toBe(0);
  expect(output).toMatch(/qa/);
});
