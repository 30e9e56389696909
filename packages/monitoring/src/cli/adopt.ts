import { Command } from "commander";
import { adoptText } from "./adopt-text";
import { runProgram } from "./run-program";

const program = new Command("adopt")
  .description(
    "prints import blocks for what an environment's Grafana may hold already, to save as imports.tf.json beside cdk.tf.json",
  )
  .argument("<environment>", "local, dev, staging or prod")
  .option(
    "--out <directory>",
    "where `npm run synth` has written the stacks",
    "cdktf.out",
  )
  .showHelpAfterError();

program.action((name: string, { out }: { readonly out: string }) => {
  console.log(adoptText(name, out));
});
void runProgram(() => {
  program.parse();
});
