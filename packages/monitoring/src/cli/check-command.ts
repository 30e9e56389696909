import Table from "cli-table3";
import { Command } from "commander";
import { createColors } from "picocolors";
import { currentProject } from "./current-project";
import { allChecks } from "../checks/all";
import { counts } from "../checks/finding";
import { environmentMatrix } from "../checks/matrix";
import { findingsText, summaryOf, type Marks } from "../checks/report";
import { runChecks } from "../checks/run-checks";
import { sarifLog } from "../checks/sarif";
import type { Deployment } from "../model/deployment";
import { deploymentNamed, environmentNamed } from "./environment-argument";
import { readRunbooks } from "./read-runbooks";

interface CheckOptions {
  readonly json?: true;
  readonly sarif?: true;
  readonly matrix?: true;
}

/** What the command needs of the world. */
export interface CheckSurroundings {
  /** `"YYYY-MM-DD"`: suppressions that ended before it count no longer. */
  readonly today: string;
  readonly colors: boolean;
  readonly output: (text: string) => void;
}

/**
 * `npm run check [-- <environment>] [--json|--sarif|--matrix]`: runs every check on the model and writes what they find.
 * Returns the exit code: 1 when an error is left that nothing suppresses. Throws where the model cannot be built.
 */
export function check(
  args: readonly string[],
  { today, colors, output }: CheckSurroundings,
): number {
  const command = new Command("check")
    .description("every check, on everything that an environment deploys")
    .argument("[environment]", "local, dev, staging or prod; all without one")
    .option("--json", "findings and a summary as one JSON object")
    .option("--sarif", "findings as SARIF 2.1.0, for code scanning")
    .option("--matrix", "what each environment has, and why others lack it")
    .showHelpAfterError()
    .parse(args, { from: "user" });
  const [name] = command.args;
  const { json, sarif, matrix } = command.opts<CheckOptions>();
  if (name !== undefined) environmentNamed(name);
  const fleet = currentProject().environments.map((environment) =>
    deploymentNamed(environment.name),
  );
  const checked = fleet.filter(
    ({ environment }) => name === undefined || environment.name === name,
  );
  if (matrix) {
    output(`${matrixText(fleet)}\n`);
    return 0;
  }
  const findings = runChecks(checked, allChecks, {
    runbooks: readRunbooks(process.cwd()),
    today,
    fleet,
  });
  const names = checked.map(({ environment }) => environment.name);
  if (json)
    output(
      `${JSON.stringify({ environments: names, findings, summary: summaryOf(findings) }, null, 2)}\n`,
    );
  else if (sarif)
    output(`${JSON.stringify(sarifLog(findings, allChecks), null, 2)}\n`);
  else output(`${findingsText(findings, names, marks(colors))}\n`);
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
