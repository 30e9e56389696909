import { join, relative } from "node:path";
import Table from "cli-table3";
import pc from "picocolors";
import { environmentNamed } from "./environment-argument";
import { projectFolder } from "./current-project";
import { deployLocal } from "./deploy-local";
import {
  deployedTables,
  otherObjects,
  type TextTable,
} from "./deployed-tables";
import { StepLines } from "./step-lines";
import { runProcess } from "./run-process";
import { startTarget, type StartTarget } from "./start-target";
import { installTerraform, terraformVersion } from "./terraform";

const root = projectFolder();
const local = environmentNamed("local");
const synthesized = join(root, "cdktf.out");
const stack = join(synthesized, "stacks", local.name);

/**
 * `npm start`: synthesizes every environment, checks them, deploys `local`, and prints what is there then. To the stand-in
 * for Grafana, or to the server that GRAFANA_URL and GRAFANA_AUTH name.
 */
async function start(): Promise<void> {
  const begin = Date.now();
  const lines = new StepLines(process.stdout, () => Date.now());
  const target = startTarget(process.env, local);
  await lines.step("synthesize every environment", synthesize);
  await lines.step("check every environment", check, (summary) => summary);
  const version = await terraformVersion(root);
  if (version === undefined) {
    await printEnvironments();
    console.log(
      `There is no terraform on the path, so nothing is deployed. To deploy, ${installTerraform}, and run npm start again.`,
    );
    return;
  }
  console.log(
    `deploy ${local.name} with Terraform ${version} to ${nameOf(target)}`,
  );
  const deployment = await deployLocal(target, { root, stack }, lines);
  await printEnvironments();
  for (const table of deployedTables(deployment.objects)) print(table);
  console.log(`Besides: ${otherObjects(deployment.objects)}.`);
  console.log(`Plan:    ${relative(root, deployment.plan)}`);
  console.log(`State:   ${relative(root, deployment.state)}`);
  console.log(lastWords(target, deployment.invented));
  console.log(`Done in ${((Date.now() - begin) / 1000).toFixed(0)} s.`);
}

async function synthesize(): Promise<void> {
  const outcome = await runProcess(
    process.execPath,
    ["--import", "tsx", "main.ts"],
    {
      cwd: root,
      environment: { ...process.env, CDKTF_OUTDIR: synthesized },
    },
  );
  if (outcome?.exitCode !== 0) throw new Error(outcome?.output.trim());
}

/** Returns how many findings there are. */
async function check(): Promise<string> {
  // Everything that is monitored is loaded here, and not before the first line is on the screen.
  const { check: runChecks } = await import("./check-command.js");
  let text = "";
  const exitCode = runChecks([], {
    today: new Date().toISOString().slice(0, 10),
    colors: pc.isColorSupported,
    output: (part) => (text += part),
  });
  if (exitCode !== 0) throw new Error(text.trim());
  const summary = text.trim().split("\n").at(-1) ?? "";
  return summary.replace(/ in .*/, "");
}

async function printEnvironments(): Promise<void> {
  const { environmentSummary } = await import("./environment-summary.js");
  print(environmentSummary());
}

function print({ title, head, rows }: TextTable): void {
  const table = new Table({
    head: head.map((name) => pc.bold(name)),
    style: { head: [], border: [], compact: true },
    chars: withoutBorders,
    colAligns: head.map((_, column) =>
      rows.every((row) => typeof row[column] === "number") ? "right" : "left",
    ),
  });
  table.push(...rows.map((row) => [...row]));
  const text = table.toString().replace(/ +$/gm, "");
  console.log(`\n${pc.bold(`${rows.length} ${title}`)}\n${text}`);
}

/** Lines would break on narrow terminals, and what is copied from a table would hold them. */
const withoutBorders = Object.fromEntries(
  ["top", "bottom", "left", "right", "mid"].flatMap((side) =>
    ["", "-mid", "-left", "-right"].map((part) => [`${side}${part}`, ""]),
  ),
);

function nameOf(target: StartTarget): string {
  return target.kind === "server" ? target.url : "a stand-in for Grafana";
}

function lastWords(target: StartTarget, invented: readonly string[]): string {
  if (target.kind === "stand-in")
    return 'The stand-in took all of this and is gone now. For a Grafana that stays, see "Try it with Docker" in README.md, or set GRAFANA_URL and GRAFANA_AUTH.';
  const values =
    invented.length === 0
      ? ""
      : ` Values were invented for ${invented.join(", ")}: set them for real ones.`;
  return `Open ${target.url}/dashboards.${values}`;
}

start().catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error);
  console.error(pc.isColorSupported ? pc.red(message) : message);
  process.exitCode = 1;
});
