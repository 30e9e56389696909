import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { importBlocks, type SynthesizedStack } from "../adopt/import-blocks";
import { environmentNamed } from "./environment-argument";

/**
 * Terraform's import blocks as JSON for the environment called `name`, from what was synthesized into `out`. Throws when
 * there is no such environment, or nothing was synthesized.
 */
export function adoptText(name: string, out: string): string {
  const file = join(out, "stacks", environmentNamed(name).name, "cdk.tf.json");
  if (!existsSync(file))
    throw new Error(`${file} is not there; run npm run synth first`);
  const stack = JSON.parse(readFileSync(file, "utf8")) as SynthesizedStack;
  return JSON.stringify({ import: importBlocks(stack) }, undefined, 2);
}
