import type { Command } from "commander";
import { synthesize } from "../terraform/synthesize";
import { exitCodes } from "./exit-codes";
import { folderOr } from "./folders";
import type { Surroundings } from "./surroundings";

export function configure(
  command: Command,
  { project, print }: Surroundings,
): void {
  exitCodes(command)
    .description(
      "runs the app that cdktf.json names, which writes <out>/stacks/<environment>/cdk.tf.json",
    )
    .option("--out <dir>", "instead of the output that cdktf.json names")
    .action(async ({ out }: { readonly out?: string }) => {
      const { folder } = project();
      const output = await synthesize(
        folder,
        out === undefined ? undefined : folderOr(out, project),
      );
      print(output);
    });
}
