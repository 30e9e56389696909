import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import { parseOutputs, type StackFile } from "../review/parse-outputs";
import { parsePlan } from "../review/parse-plan";
import { json } from "../review/render/json";
import { markdown } from "../review/render/markdown";
import { terminal } from "../review/render/terminal";
import { ReviewInputError, type Comparison } from "../review/resource-change";
import { isEmpty, review as reviewOf } from "../review/review";
import type { Review } from "../review/review-model";

interface ReviewOptions {
  readonly plan: readonly string[];
  readonly base?: string;
  readonly head?: string;
  readonly format: "markdown" | "json" | "terminal";
  readonly output?: string;
  readonly artefactUrl?: string;
  readonly limit: number;
  readonly changesExit: number;
  readonly dangersExit: number;
}

/** The file that cdktf writes for a stack. */
const stackFile = "cdk.tf.json";

/**
 * `npm run review -- --plan prod=plan.json`, or `--base <dir> --head <dir>`: writes the review to `output`, or to a file.
 * Returns the exit code: 0 when nothing changes, 2 for changes, 3 for dangers. Throws on input that is not what it should
 * be, before anything is written.
 */
export function review(
  args: readonly string[],
  output: (text: string) => void,
  { isColored }: { readonly isColored: boolean },
): number {
  const options = commandLine(args);
  const result = reviewOf(comparisonsFor(options));
  const text = rendered(result, options, isColored);
  if (options.output === undefined) output(text);
  else writeFileSync(options.output, text);
  if (result.dangers.length > 0) return options.dangersExit;
  return isEmpty(result) ? 0 : options.changesExit;
}

function commandLine(args: readonly string[]): ReviewOptions {
  return new Command("review")
    .description(
      "what a change does to dashboards, rules and to who is told, from plans or from two synthesized outputs",
    )
    .option(
      "--plan <file>",
      "output of terraform show -json <plan>, - for stdin; <environment>=<file> names it; repeatable",
      (file: string, others: readonly string[]) => [...others, file],
      [],
    )
    .option(
      "--base <dir>",
      "what was synthesized before, such as cdktf.out of the target branch",
    )
    .option("--head <dir>", "what is synthesized now")
    .addOption(
      new Option("--format <format>", "how it is written")
        .choices(["markdown", "json", "terminal"])
        .default("terminal"),
    )
    .option("--output <file>", "where it is written instead of stdout")
    .option(
      "--artefact-url <url>",
      "where the whole review is kept, linked from a shortened one",
      address,
    )
    .option(
      "--limit <characters>",
      "the most characters of Markdown; 0 is no limit",
      wholeNumber,
      65_536,
    )
    .option(
      "--changes-exit <code>",
      "exit code when something changes",
      exitCode,
      2,
    )
    .option(
      "--dangers-exit <code>",
      "exit code when something is dangerous",
      exitCode,
      3,
    )
    .showHelpAfterError()
    .parse(args, { from: "user" })
    .opts<ReviewOptions>();
}

function comparisonsFor({
  plan,
  base,
  head,
}: ReviewOptions): readonly Comparison[] {
  const isOutputs = base !== undefined && head !== undefined;
  if (
    plan.length > 0 === isOutputs ||
    (base === undefined) !== (head === undefined)
  )
    throw new ReviewInputError("give either --plan, or both --base and --head");
  return isOutputs ? comparedOutputs(base, head) : plan.map(comparedPlan);
}

function comparedPlan(argument: string): Comparison {
  const [, name, path = argument] = /^([\w-]+)=(.+)$/.exec(argument) ?? [];
  const environment =
    name ?? basename(path === "-" ? "plan" : path).replace(/\.[^.]*$/, "");
  return parsePlan(read(path), path === "-" ? "stdin" : path, environment);
}

/** Every stack of either side; one that is on one side only is new, or gone. */
export function comparedOutputs(
  base: string,
  head: string,
): readonly Comparison[] {
  const [before, after] = [stacksIn(base), stacksIn(head)];
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  return names.map((name) =>
    parseOutputs(name, stackAt(before.get(name)), stackAt(after.get(name))),
  );
}

/** The stacks of a folder that cdktf wrote, or the folder of one stack. */
function stacksIn(folder: string): ReadonlyMap<string, string> {
  const own = join(folder, stackFile);
  if (existsSync(own)) return new Map([["stack", own]]);
  const stacks = join(folder, "stacks");
  const found = existsSync(stacks)
    ? readdirSync(stacks)
        .map((name) => [name, join(stacks, name, stackFile)] as const)
        .filter(([, file]) => existsSync(file))
    : [];
  if (found.length === 0)
    throw new ReviewInputError(
      `${folder}: must hold stacks/<environment>/${stackFile}, found none; run npm run synth there`,
    );
  return new Map(found);
}

function stackAt(file: string | undefined): StackFile | undefined {
  return file === undefined ? undefined : { source: file, text: read(file) };
}

function read(path: string): string {
  try {
    return readFileSync(path === "-" ? 0 : path, "utf8");
  } catch (error) {
    throw new ReviewInputError(
      `${path}: cannot be read, ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  }
}

function rendered(
  result: Review,
  { format, limit, artefactUrl }: ReviewOptions,
  isColored: boolean,
): string {
  switch (format) {
    case "markdown":
      return markdown(result, {
        limit: limit === 0 ? Infinity : limit,
        ...(artefactUrl !== undefined && { artefactUrl }),
      });
    case "json":
      return json(result);
    case "terminal":
      return terminal(result, { isColored });
  }
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text))
    throw new InvalidArgumentError("must be a whole number.");
  const number = Number(text);
  if (number > 0 && number < 1000)
    throw new InvalidArgumentError("must be 0 or at least 1000.");
  return number;
}

function exitCode(text: string): number {
  if (!/^\d+$/.test(text) || Number(text) > 255)
    throw new InvalidArgumentError("must be 0 to 255.");
  return Number(text);
}

function address(text: string): string {
  if (!/^https?:\/\/\S+$/.test(text))
    throw new InvalidArgumentError("must be an http or https address.");
  return text;
}
