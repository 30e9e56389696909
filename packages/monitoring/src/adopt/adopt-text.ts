import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { importBlocks, type SynthesizedStack } from "./import-blocks";

/**
 * Terraform's import blocks as JSON for an environment, from what was synthesized into `synthesized`. Throws when nothing
 * was.
 */
export function adoptText(environment: string, synthesized: string): string {
  const file = join(synthesized, "stacks", environment, "cdk.tf.json");
  if (!existsSync(file))
    throw new Error(`${file} is not there; run npx monitoring synth first`);
  const stack = JSON.parse(readFileSync(file, "utf8")) as SynthesizedStack;
  return JSON.stringify({ import: importBlocks(stack) }, undefined, 2);
}
