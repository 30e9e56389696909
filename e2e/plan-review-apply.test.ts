import {
  appendFileSync,
  existsSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import {
  runCommand,
  type CommandResult,
  scratchFolder,
  stackOverride,
  inventVariables,
  type StackJson,
} from "@monitoring-as-code/grafana-stand-in";
import { startGrafana, type GrafanaTarget } from "./grafana-target";

const projectRoot = resolve(__dirname, "..");
const synthesized = scratchFolder("synth");
const plans = scratchFolder("plans");
const stackFolder = join(synthesized, "stacks/local");
const plan = join(plans, "local/plan.tfplan");
const json = join(plans, "local/plan.json");

let grafana: GrafanaTarget;
let variables: Record<string, string> = {};
/** All that the commands have printed. */
let log = "";

async function monitoring(
  command: string,
  ...args: readonly string[]
): Promise<CommandResult> {
  const result = await runCommand("npx", ["monitoring", command, ...args], {
    cwd: projectRoot,
    env: {
      PATH: process.env["PATH"] ?? "",
      HOME: process.env["HOME"] ?? "/",
      CHECKPOINT_DISABLE: "1",
      CDKTF_OUTDIR: synthesized,
      ...grafana.environment,
      ...variables,
    },
  });
  log += result.output;
  return result;
}

/** Synthesizes, and points what comes of it at the test server. */
async function synthesize(): Promise<StackJson> {
  expect(await monitoring("synth")).toMatchObject({ exitCode: 0 });
  const stack = JSON.parse(
    readFileSync(join(stackFolder, "cdk.tf.json"), "utf8"),
  ) as StackJson;
  writeFileSync(
    join(stackFolder, "e2e_override.tf.json"),
    JSON.stringify(stackOverride(stack, { grafana })),
  );
  return stack;
}

function planOrApply(
  script: "plan" | "apply",
  ...options: readonly string[]
): Promise<CommandResult> {
  return monitoring(
    script,
    ...["local", "--synthesized", synthesized, "--plans", plans],
    ...options,
  );
}

function summary(): { planSha256: string; hasChanges: boolean } {
  return JSON.parse(
    readFileSync(join(plans, "local/summary.json"), "utf8"),
  ) as { planSha256: string; hasChanges: boolean };
}

/** Each test goes on where the one before has ended, like a pipeline. */
describe("plan, review and apply of local", () => {
  beforeAll(async () => {
    grafana = await startGrafana();
    variables = inventVariables(await synthesize());
  });

  afterAll(() => grafana.stop());

  test("apply refuses when nothing is planned", async () => {
    const { exitCode, output } = await planOrApply("apply");
    expect(exitCode).toBe(1);
    expect(output).toBe(
      `${plan}: there is no saved plan; run npx monitoring plan local first\n`,
    );
  });

  test("plan saves a plan that only its owner reads, and says what it is", async () => {
    const { exitCode, output } = await planOrApply("plan");
    expect(exitCode).toBe(0);
    expect(summary().hasChanges).toBe(true);
    expect(output).toContain(
      `${plan}: SHA-256 ${summary().planSha256}, has changes`,
    );
    expect(statSync(join(plans, "local")).mode & 0o077).toBe(0);
    expect(statSync(json).mode & 0o077).toBe(0);
  });

  test("review tells from the saved plan what will change, without a secret in it", async () => {
    const { exitCode, stdout } = await monitoring(
      "review",
      ...["--plan", `local=${json}`, "--format", "markdown"],
      ...["--changes-exit", "0", "--dangers-exit", "0"],
    );
    expect(exitCode).toBe(0);
    expect(stdout).toContain("## Monitoring review");
    expect(stdout).toContain("<code>local</code>");
    expect(stdout).not.toContain("no changes");
  });

  test("apply refuses a plan that is not the one that was reviewed", async () => {
    const other = "0".repeat(64);
    const { exitCode, output } = await planOrApply(
      "apply",
      ...["--plan-sha256", other],
    );
    expect(exitCode).toBe(1);
    expect(output).toContain(`reviewed was the plan with SHA-256 ${other}`);
  });

  test("apply refuses when the configuration has changed since", async () => {
    const stack = join(stackFolder, "cdk.tf.json");
    const reviewed = readFileSync(stack);
    appendFileSync(stack, "\n");
    const { exitCode, output } = await planOrApply("apply");
    writeFileSync(stack, reviewed);
    expect(exitCode).toBe(1);
    expect(output).toContain(`${stackFolder} has changed since`);
    expect(output).toContain(
      "run npx monitoring plan local and review it again",
    );
  });

  test("apply does what was reviewed, and keeps no plan", async () => {
    const { exitCode, output } = await planOrApply(
      "apply",
      ...["--plan-sha256", summary().planSha256],
    );
    expect(output).toContain("Apply complete!");
    expect(exitCode).toBe(0);
    expect(existsSync(join(plans, "local"))).toBe(false);
  });

  test("synthesizing again and planning changes nothing, and the review says so", async () => {
    await synthesize();
    expect(await planOrApply("plan")).toMatchObject({ exitCode: 0 });
    expect(summary().hasChanges).toBe(false);
    const { exitCode, stdout } = await monitoring(
      "review",
      ...["--plan", `local=${json}`, "--format", "markdown"],
    );
    expect(stdout).toContain("<code>local</code>: no changes");
    expect(exitCode).toBe(0);
  });

  test("no secret was printed by any command", () => {
    const secrets = Object.values(variables);
    expect(secrets.length).toBeGreaterThan(0);
    for (const secret of secrets) expect(log).not.toContain(secret);
  });
});
