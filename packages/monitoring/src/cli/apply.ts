import { cpSync, existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { Command } from "commander";
import { runTerraform } from "./run-terraform";
import {
  discardPlan,
  planFiles,
  rejectOtherPlan,
  synthesizedFolder,
} from "./saved-plan";
import { runProgram } from "./run-program";

interface ApplyOptions {
  readonly synthesized: string;
  readonly plans: string;
  readonly planSha256?: string;
}

const program = new Command("apply")
  .description("applies the plan that npm run plan saved, and no other")
  .argument("<environment>", "local, dev, staging or prod")
  .option("--synthesized <dir>", "what npm run synth wrote", "cdktf.out")
  .option("--plans <dir>", "where plans are saved", join(".cache", "plans"))
  .option("--plan-sha256 <hash>", "SHA-256 of the plan that was reviewed")
  .showHelpAfterError();

function run(
  environment: string,
  { synthesized, plans, planSha256 }: ApplyOptions,
): void {
  const stack = synthesizedFolder(synthesized, environment);
  const folder = resolve(plans, environment);
  rejectOtherPlan(environment, folder, stack, planSha256);
  const files = planFiles(folder);
  // Providers are those that planned: Terraform compares them with the lock file.
  const isLocked = existsSync(files.lock);
  if (isLocked) cpSync(files.lock, join(stack, ".terraform.lock.hcl"));
  runTerraform(stack, [
    "init",
    "-input=false",
    ...(isLocked ? ["-lockfile=readonly"] : []),
  ]);
  runTerraform(stack, [
    "apply",
    "-input=false",
    "-lock-timeout=5m",
    files.plan,
  ]);
  discardPlan(folder);
}

void runProgram(() => {
  program.action(run).parse();
});
