import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";

/** A plan cannot be made, or must not be applied. */
export class SavedPlanError extends Error {}

/** What is known of a saved plan without opening it; holds no secret. */
export interface PlanSummary {
  readonly environment: string;
  /** Of the synthesized files that were planned, see `configurationSha256`. */
  readonly configurationSha256: string;
  /** Of the plan file itself. */
  readonly planSha256: string;
  /** False when applying it would do nothing. */
  readonly hasChanges: boolean;
}

/** The file that cdktf writes for a stack. */
const stackFile = "cdk.tf.json";

/** Where a plan is kept: `plan` and `json` hold secrets in clear. */
export function planFiles(folder: string): {
  readonly plan: string;
  readonly json: string;
  readonly lock: string;
  readonly summary: string;
} {
  return {
    plan: join(folder, "plan.tfplan"),
    json: join(folder, "plan.json"),
    lock: join(folder, "terraform.lock.hcl"),
    summary: join(folder, "summary.json"),
  };
}

/** The folder of an environment in what was synthesized. @throws SavedPlanError when it is not there */
export function synthesizedFolder(
  synthesized: string,
  environment: string,
): string {
  const stacks = join(synthesized, "stacks");
  const known = existsSync(stacks)
    ? readdirSync(stacks)
        .filter((name) => existsSync(join(stacks, name, stackFile)))
        .sort()
    : [];
  if (known.includes(environment)) return join(stacks, environment);
  throw new SavedPlanError(
    known.length === 0
      ? `${stacks}: must hold <environment>/${stackFile}, found none; run npx monitoring synth`
      : `${stacks}: must hold the environment, got "${environment}", there are ${known.join(", ")}`,
  );
}

/**
 * The SHA-256 of all that Terraform reads in the folder of a stack: names and contents, in the order of the names. What
 * Terraform writes there (`.terraform`, its lock file, a local state) is left out.
 */
export function configurationSha256(folder: string): string {
  const hash = createHash("sha256");
  for (const file of filesBelow(folder)) {
    const content = readFileSync(file);
    hash.update(`${relative(folder, file)}\0${content.length}\0`);
    hash.update(content);
  }
  return hash.digest("hex");
}

export function fileSha256(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}

/**
 * Refuses a plan that is not the one that was made, or not of what is synthesized now.
 * @param expected SHA-256 of the plan that was reviewed, where the caller knows it
 * @throws SavedPlanError with all that is wrong
 */
export function rejectOtherPlan(
  environment: string,
  folder: string,
  synthesized: string,
  expected: string | undefined,
): void {
  const files = planFiles(folder);
  const summary = readSummary(environment, files);
  const plan = fileSha256(files.plan);
  const configuration = configurationSha256(synthesized);
  const problems = [
    summary.environment !== environment &&
      `is a plan of ${summary.environment}, not of ${environment}`,
    summary.planSha256 !== plan &&
      `was saved with SHA-256 ${summary.planSha256}, the file has ${plan}`,
    expected !== undefined &&
      expected !== plan &&
      `reviewed was the plan with SHA-256 ${expected}, the file has ${plan}`,
    summary.configurationSha256 !== configuration &&
      `${synthesized} has changed since: planned was SHA-256 ${summary.configurationSha256}, it is ${configuration}`,
  ].filter((problem) => problem !== false);
  if (problems.length > 0)
    throw new SavedPlanError(
      `${files.plan}: ${problems.join("; ")}; run npx monitoring plan ${environment} and review it again`,
    );
}

/** Removes a plan that is of no use any more: it holds secrets. */
export function discardPlan(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

function readSummary(
  environment: string,
  { plan, summary }: ReturnType<typeof planFiles>,
): PlanSummary {
  if (!existsSync(plan) || !existsSync(summary))
    throw new SavedPlanError(
      `${plan}: there is no saved plan; run npx monitoring plan ${environment} first`,
    );
  return JSON.parse(readFileSync(summary, "utf8")) as PlanSummary;
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !isOfTerraform(relative(folder, file)))
    .sort();
}

function isOfTerraform(path: string): boolean {
  return /(?:^|[\\/])\.terraform|\.tfstate(?:\.|$)/.test(path);
}
