import { readFile, writeFile } from "node:fs/promises";
import type { Command } from "commander";
import * as estree from "prettier/plugins/estree";
import * as typescript from "prettier/plugins/typescript";
import { format } from "prettier/standalone";
import { isDuration, type Duration } from "../model/duration";
import type { Slo } from "../model/slo";
import { burnChart } from "../slo/burn-chart";
import {
  compositeObjective,
  compositeProblems,
  requiredStepObjective,
} from "../slo/composite";
import type { ErrorPattern } from "../slo/error-pattern";
import { importSlos, sloModule } from "../slo/import-slos";
import { sloProblems } from "../slo/problems";
import { figuresTable, sloFigures } from "../slo/report";
import { simulationTable } from "../slo/simulation-table";
import { parsePattern, patternForms } from "../slo/error-pattern-argument";
import { exitCodes } from "./exit-codes";
import type { Surroundings } from "./surroundings";

interface SimulateOptions {
  readonly objective: number;
  readonly period: Duration;
  readonly pattern?: readonly ErrorPattern[];
  readonly svg?: string;
}
interface CompositeOptions {
  readonly target?: number;
}
interface ImportOptions {
  readonly team: string;
  readonly output?: string;
}

const defaultPatterns: readonly ErrorPattern[] = [
  { kind: "outage", length: "10m" },
  { kind: "constant", errorRatio: 0.005 },
  { kind: "ramp", to: 0.1, length: "1h" },
  { kind: "intermittent", errorRatio: 1, on: "1m", off: "59m", cycles: 24 },
];

/** What most environments have. */
const conditions = { scrapeInterval: "15s", retention: "365d" } as const;

/** Adds the commands that ask nobody: `simulate`, `composite` and `import`. */
export function addOfflineCommands(
  program: Command,
  { print, setExitCode }: Surroundings,
): void {
  exitCodes(program.command("simulate"))
    .description("when each tier fires and stops, without waiting for it")
    .option("--objective <percent>", "in percent", Number, 99.9)
    .option("--period <duration>", "7d, 28d or 30d", duration, "30d")
    .option(
      "--pattern <pattern>",
      `how errors behave, may be repeated: ${patternForms}`,
      repeated(parsePattern),
    )
    .option("--svg <file>", "draws the first pattern into a file")
    .action(async (options: SimulateOptions) => {
      const patterns = options.pattern ?? defaultPatterns;
      const simulated = exampleSlo(options);
      const problems = sloProblems(simulated, conditions).filter(
        ({ level }) => level === "error",
      );
      if (problems.length > 0)
        throw new Error(problems.map(({ message }) => message).join("\n"));
      print(
        `${figuresTable(sloFigures(simulated, { ...conditions, interval: "1m" }))}\n\n${simulationTable(simulated, patterns)}\n`,
      );
      const [first] = patterns;
      if (options.svg !== undefined && first !== undefined)
        await writeFile(options.svg, burnChart(simulated, first));
    });

  exitCodes(program.command("composite"), {
    1: "an error, or the target is out of reach",
  })
    .description("what a journey of several steps can promise")
    .argument("<objectives...>", "of each step, in percent", repeated(Number))
    .option("--target <percent>", "what the journey promises", Number)
    .action((objectives: readonly number[], { target }: CompositeOptions) => {
      const steps = objectives.map((objective, index) => ({
        name: `step ${index + 1}`,
        objective,
      }));
      print(
        `${steps.length} steps reach ${compositeObjective(steps).toFixed(4)} %\n`,
      );
      if (target === undefined) return;
      const problems = compositeProblems(target, steps);
      print(
        `for ${target} % each needs ${requiredStepObjective(target, steps.length).toFixed(4)} %\n${problems.map((problem) => `${problem}\n`).join("")}`,
      );
      if (problems.length > 0) setExitCode(1);
    });

  exitCodes(program.command("import"))
    .description("turns specs of Sloth and OpenSLO into TypeScript")
    .argument("<files...>", "YAML files")
    .requiredOption(
      "--team <team>",
      "who is notified where a spec does not say it",
    )
    .option("--output <file>", "a file instead of the terminal")
    .action(async (files: readonly string[], options: ImportOptions) => {
      const texts = await Promise.all(
        files.map((file) => readFile(file, "utf8")),
      );
      const slos = importSlos(texts.join("\n---\n"), options.team);
      const module = await format(sloModule(slos), {
        parser: "typescript",
        plugins: [estree, typescript],
      });
      if (options.output === undefined) print(module);
      else await writeFile(options.output, module);
    });
}

function exampleSlo({ objective, period }: SimulateOptions): Slo {
  return {
    id: "simulated",
    title: `${objective} % over ${period}`,
    description: "simulated",
    service: "simulated",
    team: "simulated",
    objective,
    period,
    sli: { kind: "raw", errorRatio: "simulated[$window]" },
  };
}

/** For options that may be given more than once. */
export function repeated<T>(parse: (text: string) => T) {
  return (text: string, before: readonly T[] = []): readonly T[] => [
    ...before,
    parse(text),
  ];
}

function duration(text: string): Duration {
  if (!isDuration(text))
    throw new Error(`--period must be a duration such as 30d, got "${text}"`);
  return text;
}
