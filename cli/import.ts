import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import {
  importBlocks,
  type SynthesizedStack,
} from "../lib/grafana/import-blocks";
import { environmentNamed } from "./environment-argument";

interface ImportOptions {
  readonly out: string;
}

const program = new Command("import")
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

function run(name: string, { out }: ImportOptions): void {
  const file = join(out, "stacks", environmentNamed(name).name, "cdk.tf.json");
  const stack = JSON.parse(readFileSync(file, "utf8")) as SynthesizedStack;
  console.log(JSON.stringify({ import: importBlocks(stack) }, undefined, 2));
}

program.action((name: string, options: ImportOptions) => {
  try {
    run(name, options);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
});
program.parse();
