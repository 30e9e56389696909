import { cpSync, existsSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { runTerraform } from "../terraform/run-terraform";
import {
  discardPlan,
  planFiles,
  rejectOtherPlan,
  synthesizedFolder,
} from "../terraform/saved-plan";
import { environmentArgument } from "./environment-argument";
import { exitCodes } from "./exit-codes";
import { folderOr, plansOption, synthesizedOption } from "./folders";
import type { Surroundings } from "./surroundings";

interface ApplyOptions {
  readonly synthesized?: string;
  readonly plans?: string;
  readonly planSha256?: string;
}

export function configure(command: Command, { project }: Surroundings): void {
  plansOption(synthesizedOption(exitCodes(command)))
    .description("applies the plan that `monitoring plan` saved, and no other")
    .addArgument(environmentArgument())
    .option("--plan-sha256 <hash>", "SHA-256 of the plan that was reviewed")
    .action(async (environment: string, options: ApplyOptions) => {
      const stack = synthesizedFolder(
        folderOr(options.synthesized, project, "cdktf.out"),
        environment,
      );
      const folder = join(
        folderOr(options.plans, project, ".cache", "plans"),
        environment,
      );
      rejectOtherPlan(environment, folder, stack, options.planSha256);
      await apply(stack, folder);
    });
}

async function apply(stack: string, folder: string): Promise<void> {
  const files = planFiles(folder);
  // Providers are those that planned: Terraform compares them with the lock file.
  const isLocked = existsSync(files.lock);
  if (isLocked) cpSync(files.lock, join(stack, ".terraform.lock.hcl"));
  await runTerraform(stack, [
    "init",
    "-input=false",
    ...(isLocked ? ["-lockfile=readonly"] : []),
  ]);
  await runTerraform(stack, [
    "apply",
    "-input=false",
    "-lock-timeout=5m",
    files.plan,
  ]);
  discardPlan(folder);
}
