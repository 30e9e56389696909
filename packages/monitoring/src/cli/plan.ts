import {
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { runTerraform } from "../terraform/run-terraform";
import {
  configurationSha256,
  discardPlan,
  fileSha256,
  planFiles,
  synthesizedFolder,
  type PlanSummary,
} from "../terraform/saved-plan";
import { environmentArgument } from "./environment-argument";
import { exitCodes } from "./exit-codes";
import { folderOr, plansOption, synthesizedOption } from "./folders";
import type { Surroundings } from "./surroundings";

interface PlanOptions {
  readonly synthesized?: string;
  readonly plans?: string;
}

export function configure(
  command: Command,
  { project, print }: Surroundings,
): void {
  plansOption(synthesizedOption(exitCodes(command)))
    .description("plans what was synthesized, and saves the plan for review")
    .addArgument(environmentArgument())
    .action(async (environment: string, options: PlanOptions) => {
      const stack = synthesizedFolder(
        folderOr(options.synthesized, project, "cdktf.out"),
        environment,
      );
      const folder = join(
        folderOr(options.plans, project, ".cache", "plans"),
        environment,
      );
      const summary = await plan(environment, stack, folder);
      print(
        `${planFiles(folder).plan}: SHA-256 ${summary.planSha256}, ${summary.hasChanges ? "has changes" : "changes nothing"}\n`,
      );
    });
}

async function plan(
  environment: string,
  stack: string,
  folder: string,
): Promise<PlanSummary> {
  const files = planFiles(folder);
  discardPlan(folder);
  // A plan holds secrets in clear: no other user reads it.
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const planned = configurationSha256(stack);
  await runTerraform(stack, ["init", "-input=false"]);
  const exitCode = await runTerraform(
    stack,
    [
      "plan",
      "-input=false",
      "-lock-timeout=5m",
      "-detailed-exitcode",
      `-out=${files.plan}`,
    ],
    { exitCodes: [0, 2] },
  );
  const json = openSync(files.json, "w", 0o600);
  await runTerraform(stack, ["show", "-json", files.plan], { stdout: json });
  closeSync(json);
  const lock = join(stack, ".terraform.lock.hcl");
  if (existsSync(lock)) cpSync(lock, files.lock);
  const summary: PlanSummary = {
    environment,
    configurationSha256: planned,
    planSha256: fileSha256(files.plan),
    hasChanges: exitCode === 2,
  };
  writeFileSync(files.summary, `${JSON.stringify(summary, null, 2)}\n`);
  return summary;
}
