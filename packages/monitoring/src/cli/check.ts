import Table from "cli-table3";
import type { Command } from "commander";
import { createColors } from "picocolors";
import { allChecks } from "../checks/all";
import { counts } from "../checks/finding";
import { environmentMatrix } from "../checks/matrix";
import { readRunbooks } from "../checks/read-runbooks";
import { findingsText, summaryOf, type Marks } from "../checks/report";
import { runChecks } from "../checks/run-checks";
import { sarifLog } from "../checks/sarif";
import type { Deployment } from "../model/deployment";
import { exitCodes } from "./exit-codes";
import type { Surroundings } from "./surroundings";

interface CheckOptions {
  readonly json?: true;
  readonly sarif?: true;
  readonly matrix?: true;
}

export function configure(command: Command, surroundings: Surroundings): void {
  exitCodes(command, { 1: "an error is left that nothing suppresses" })
    .description("runs every check on everything that an environment deploys")
    .argument(
      "[environment]",
      "one that `monitoring environments` lists; all without one",
    )
    .option("--json", "findings and a summary as one JSON object")
    .option("--sarif", "findings as SARIF 2.1.0, for code scanning")
    .option("--matrix", "what each environment has, and why others lack it")
    .action((name: string | undefined, options: CheckOptions) => {
      surroundings.setExitCode(check(name, options, surroundings));
    });
}

/**
 * Runs every check on the model and prints what they find. Returns the exit code: 1 when an error is left that nothing
 * suppresses. Throws where the model cannot be built.
 */
export function check(
  name: string | undefined,
  { json, sarif, matrix }: CheckOptions,
  {
    project: found,
    print,
    isColored,
    now,
  }: Pick<Surroundings, "project" | "print" | "isColored" | "now">,
): number {
  const project = found();
  if (name !== undefined) project.environment(name);
  const fleet = project.content.environments.map((environment) =>
    project.deployment(environment.name),
  );
  const checked = fleet.filter(
    ({ environment }) => name === undefined || environment.name === name,
  );
  if (matrix) {
    print(`${matrixText(fleet)}\n`);
    return 0;
  }
  const findings = runChecks(checked, allChecks, {
    runbooks: readRunbooks(project.folder),
    today: now().toISOString().slice(0, 10),
    fleet,
  });
  const names = checked.map(({ environment }) => environment.name);
  if (json)
    print(
      `${JSON.stringify({ environments: names, findings, summary: summaryOf(findings) }, null, 2)}\n`,
    );
  else if (sarif)
    print(`${JSON.stringify(sarifLog(findings, allChecks), null, 2)}\n`);
  else print(`${findingsText(findings, names, marks(isColored))}\n`);
  return findings.some(counts) ? 1 : 0;
}

function marks(colors: boolean): Marks {
  const { bold, red, yellow, dim } = createColors(colors);
  return { bold, error: red, warning: yellow, quiet: dim };
}

function matrixText(deployments: readonly Deployment[]): string {
  const { environments: names, rows } = environmentMatrix(deployments);
  const table = new Table({
    head: ["", ...names],
    style: { head: [], border: [] },
  });
  for (const { thing, cells } of rows) table.push([thing, ...cells]);
  return table.toString();
}
