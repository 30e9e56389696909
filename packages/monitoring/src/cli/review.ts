import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";
import { InvalidArgumentError, Option, type Command } from "commander";
import { parseOutputs, type StackFile } from "../review/parse-outputs";
import { parsePlan } from "../review/parse-plan";
import { json } from "../review/render/json";
import { markdown } from "../review/render/markdown";
import { terminal } from "../review/render/terminal";
import { ReviewInputError, type Comparison } from "../review/resource-change";
import { isEmpty, review as reviewOf } from "../review/review";
import type { Review } from "../review/review-model";
import { exitCodes } from "./exit-codes";
import { folderOr } from "./folders";
import type { Surroundings } from "./surroundings";

interface ReviewOptions {
  readonly plan: readonly string[];
  readonly base?: string;
  readonly head?: string;
  readonly environments?: true;
  readonly format: "markdown" | "json" | "terminal";
  readonly output?: string;
  readonly artefactUrl?: string;
  readonly limit: number;
  readonly changesExit: number;
  readonly dangersExit: number;
}

/** The file that cdktf writes for a stack. */
const stackFile = "cdk.tf.json";

/** A comment of GitHub holds 65536 characters, the line that finds it again included. */
const commentLimit = 65_000;

export function configure(command: Command, surroundings: Surroundings): void {
  exitCodes(command, {
    0: "nothing changes; always with --environments",
    2: "something changes (--changes-exit)",
    3: "something dangerous changes (--dangers-exit)",
  })
    .description(
      "says what a change does to dashboards, rules and to who is notified, from plans or from two synthesized outputs",
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
    .option(
      "--head <dir>",
      "what is synthesized now (default: cdktf.out of the project)",
    )
    .addOption(
      new Option(
        "--environments",
        "a review in Markdown for each environment, <environment>.md in the folder --output",
      ).conflicts(["plan", "format"]),
    )
    .addOption(
      new Option("--format <format>", "how it is written")
        .choices(["markdown", "json", "terminal"])
        .default("terminal"),
    )
    .option(
      "--output <path>",
      "where it is written instead of stdout; with --environments a folder (default there: .cache/reviews of the project)",
    )
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
    .action((options: ReviewOptions) => {
      if (options.environments) reviewEnvironments(options, surroundings);
      else review(options, surroundings);
    });
}

/** Throws on input that is not what it should be, before anything is written. */
function review(options: ReviewOptions, surroundings: Surroundings): void {
  const { print, isColored, setExitCode } = surroundings;
  const result = reviewOf(comparisonsFor(options, surroundings));
  const text = rendered(result, options, isColored);
  if (options.output === undefined) print(text);
  else writeFileSync(options.output, text);
  if (result.dangers.length > 0) setExitCode(options.dangersExit);
  else if (!isEmpty(result)) setExitCode(options.changesExit);
}

/** Writes `<environment>.md` for each environment of either side, and prints their paths. */
function reviewEnvironments(
  { output, artefactUrl, ...options }: ReviewOptions,
  surroundings: Surroundings,
): void {
  const { project, print } = surroundings;
  const comparisons = comparisonsFor(options, surroundings);
  const out = folderOr(output, project, ".cache", "reviews");
  mkdirSync(out, { recursive: true });
  for (const comparison of comparisons) {
    const file = join(out, `${comparison.environment}.md`);
    writeFileSync(
      file,
      markdown(reviewOf([comparison]), {
        limit: commentLimit,
        ...(artefactUrl !== undefined && { artefactUrl }),
      }),
    );
    print(`${file}\n`);
  }
}

function comparisonsFor(
  { plan, base, head }: Pick<ReviewOptions, "plan" | "base" | "head">,
  { project }: Surroundings,
): readonly Comparison[] {
  if (
    plan.length > 0 === (base !== undefined) ||
    (base === undefined && head !== undefined)
  )
    throw new ReviewInputError(
      "give either --plan, or --base with or without --head",
    );
  return base === undefined
    ? plan.map(comparedPlan)
    : comparedOutputs(base, folderOr(head, project, "cdktf.out"));
}

function comparedPlan(argument: string): Comparison {
  const [, name, path = argument] = /^([\w-]+)=(.+)$/.exec(argument) ?? [];
  const environment =
    name ?? basename(path === "-" ? "plan" : path).replace(/\.[^.]*$/, "");
  return parsePlan(read(path), path === "-" ? "stdin" : path, environment);
}

/** Every stack of either side; one that is on one side only is new, or gone. */
function comparedOutputs(base: string, head: string): readonly Comparison[] {
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
      `${folder}: must hold stacks/<environment>/${stackFile}, found none; run npx monitoring synth there`,
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
