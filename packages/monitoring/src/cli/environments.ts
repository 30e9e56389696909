import type { Command } from "commander";
import { environmentSummary } from "../deployment/environment-summary";
import { tableText } from "../internal/text-table";
import { exitCodes } from "./exit-codes";
import type { Surroundings } from "./surroundings";

interface EnvironmentsOptions {
  readonly json?: true;
  readonly remote?: true;
  readonly storage?: true;
}

export function configure(
  command: Command,
  { project, print, isColored, columns }: Surroundings,
): void {
  const look = { isColored, ...(columns === undefined ? {} : { columns }) };
  exitCodes(command)
    .description("lists the environments of the project, in their order")
    .option(
      "--json",
      "their names as a JSON array in one line, for the matrix of a workflow",
    )
    .option(
      "--remote",
      "only those whose state is not kept on the machine that deploys",
    )
    .option("--storage", "only those with cloud storage, where backups go")
    .action(({ json, remote, storage }: EnvironmentsOptions) => {
      const chosen = project().content.environments.filter(
        (environment) =>
          (!remote || environment.state.kind !== "local") &&
          (!storage || environment.storage !== undefined),
      );
      print(
        json
          ? `${JSON.stringify(chosen.map(({ name }) => name))}\n`
          : tableText(
              environmentSummary(
                chosen.map(({ name }) => project().deployment(name)),
              ),
              look,
            ),
      );
    });
}
