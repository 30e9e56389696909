import {
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { Command } from "commander";
import { runTerraform } from "./run-terraform";
import {
  configurationSha256,
  discardPlan,
  fileSha256,
  planFiles,
  synthesizedFolder,
  type PlanSummary,
} from "./saved-plan";
import { runProgram } from "./run-program";

interface PlanOptions {
  readonly synthesized: string;
  readonly plans: string;
}

const program = new Command("plan")
  .description("plans what was synthesized, and saves the plan for review")
  .argument("<environment>", "local, dev, staging or prod")
  .option("--synthesized <dir>", "what npm run synth wrote", "cdktf.out")
  .option("--plans <dir>", "where plans are saved", join(".cache", "plans"))
  .showHelpAfterError();

function run(environment: string, { synthesized, plans }: PlanOptions): void {
  const stack = synthesizedFolder(synthesized, environment);
  const folder = resolve(plans, environment);
  const files = planFiles(folder);
  discardPlan(folder);
  // A plan holds secrets in clear: no other user reads it.
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const planned = configurationSha256(stack);
  runTerraform(stack, ["init", "-input=false"]);
  const exitCode = runTerraform(
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
  runTerraform(stack, ["show", "-json", files.plan], { stdout: json });
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
  console.log(
    `${files.plan}: SHA-256 ${summary.planSha256}, ${summary.hasChanges ? "has changes" : "changes nothing"}`,
  );
}

void runProgram(() => {
  program.action(run).parse();
});
