import { join, relative } from "node:path";
import type { Command } from "commander";
import { environmentSummary } from "../deployment/environment-summary";
import { tableText } from "../internal/text-table";
import type { Environment } from "../model/environment";
import type { OpenProject } from "../project/open-project";
import { deployLocal } from "../terraform/deploy-local";
import { deployedTables, otherObjects } from "../terraform/deployed-tables";
import { startTarget, type StartTarget } from "../terraform/start-target";
import { StepLines } from "../terraform/step-lines";
import { synthesize, synthesizedTo } from "../terraform/synthesize";
import { installTerraform, terraformVersion } from "../terraform/terraform";
import { check } from "./check";
import { exitCodes } from "./exit-codes";
import type { Surroundings } from "./surroundings";

export function configure(command: Command, surroundings: Surroundings): void {
  exitCodes(command)
    .description(
      "synthesizes every environment, checks them, deploys one, and prints what is there then. It is deployed to a stand-in for Grafana that ends afterwards, or to the server that GRAFANA_URL and GRAFANA_AUTH (user:password, or a token) name. Without terraform on the path nothing is deployed",
    )
    .argument(
      "[environment]",
      "what is deployed; the first with local state if left out",
    )
    .action((name: string | undefined) => start(name, surroundings));
}

async function start(
  name: string | undefined,
  surroundings: Surroundings,
): Promise<void> {
  const {
    project: found,
    print,
    now,
    variables,
    isColored,
    columns,
  } = surroundings;
  const look = { isColored, ...(columns === undefined ? {} : { columns }) };
  const project = found();
  const begin = now().getTime();
  const lines = new StepLines(process.stdout, () => now().getTime());
  const synthesized = synthesizedTo(project.folder);
  const environment = startEnvironment(project, name);
  const target = startTarget(variables, environment);
  await lines.step("synthesize every environment", () =>
    synthesize(project.folder),
  );
  await lines.step(
    "check every environment",
    () => Promise.resolve(checked(surroundings)),
    (summary) => summary,
  );
  const version = await terraformVersion(project.folder);
  const environments = tableText(
    environmentSummary(
      project.content.environments.map((each) => project.deployment(each.name)),
    ),
    look,
  );
  if (version === undefined) {
    print(environments);
    print(
      `There is no terraform on the path, so nothing is deployed. To deploy, ${installTerraform}, and start again.\n`,
    );
    return;
  }
  print(
    `deploy ${environment.name} with Terraform ${version} to ${nameOf(target)}\n`,
  );
  const stack = join(synthesized, "stacks", environment.name);
  const deployment = await deployLocal(
    target,
    { root: project.folder, stack },
    lines,
  );
  print(environments);
  for (const table of deployedTables(deployment.objects))
    print(tableText(table, look));
  print(
    [
      `Besides: ${otherObjects(deployment.objects)}.`,
      `Plan:    ${relative(process.cwd(), deployment.plan)}`,
      `State:   ${relative(process.cwd(), deployment.state)}`,
      lastWords(target, deployment.invented),
      `Done in ${((now().getTime() - begin) / 1000).toFixed(0)} s.`,
      "",
    ].join("\n"),
  );
}

function startEnvironment(
  project: OpenProject,
  name: string | undefined,
): Environment {
  if (name !== undefined) return project.environment(name);
  const { environments } = project.content;
  const local = environments.find(({ state }) => state.kind === "local");
  if (local === undefined)
    throw new Error(
      `no environment has local state, so one must be named: ${environments.map((each) => each.name).join(", ")}`,
    );
  return local;
}

/** Returns how many findings there are. Throws with all of them when one is an error. */
function checked(surroundings: Surroundings): string {
  let text = "";
  const exitCode = check(
    undefined,
    {},
    { ...surroundings, print: (part) => (text += part) },
  );
  if (exitCode !== 0) throw new Error(text.trim());
  const summary = text.trim().split("\n").at(-1) ?? "";
  return summary.replace(/ in .*/, "");
}

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
