import type { Command } from "commander";
import { adoptText } from "../adopt/adopt-text";
import { environmentArgument } from "./environment-argument";
import { exitCodes } from "./exit-codes";
import { folderOr, synthesizedOption } from "./folders";
import type { Surroundings } from "./surroundings";

export function configure(
  command: Command,
  { project, print }: Surroundings,
): void {
  synthesizedOption(exitCodes(command))
    .description(
      "prints import blocks for what an environment's Grafana may hold already, to save as imports.tf.json beside cdk.tf.json",
    )
    .addArgument(environmentArgument())
    .action((name: string, options: { readonly synthesized?: string }) => {
      const { name: environment } = project().environment(name);
      const synthesized = folderOr(options.synthesized, project, "cdktf.out");
      print(`${adoptText(environment, synthesized)}\n`);
    });
}
