import { spawn } from "node:child_process";
import { join } from "node:path";
import pc from "picocolors";
import { runProcess, type ProcessOutcome } from "./run-process";
import { runProgram } from "./run-program";

/** How a proof beside the unit tests ended, and what is to be said of it. */
interface Proof {
  readonly passed: boolean;
  readonly text: string;
}

/**
 * `npm test`: types and lint on one core, unit tests and then the format on another. `npm test -- <path>` runs the unit tests of
 * that path alone; options go to jest. Returns whether all is well.
 */
async function runTests(args: readonly string[]): Promise<boolean> {
  if (args.some((argument) => !argument.startsWith("-"))) return jest(args);
  const begin = Date.now();
  const tests = jest(args);
  const [tested, ...proofs] = await Promise.all([
    tests,
    prove("types and lint", typeAndLintProblems),
    tests.then(() => prove("format", formatProblems)),
  ]);
  for (const { text } of proofs) console.log(text);
  console.log(`all of it: ${secondsSince(begin)}`);
  return tested && proofs.every(({ passed }) => passed);
}

/** Writes to the terminal as it goes on. */
function jest(args: readonly string[]): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ["--max-semi-space-size=64", "node_modules/jest/bin/jest.js", ...args],
      { stdio: "inherit" },
    );
    child.on("error", reject);
    child.on("close", (code) => resolve(code === 0));
  });
}

/** `examine` gives what is wrong, or undefined when nothing is. */
async function prove(
  title: string,
  examine: () => Promise<string | undefined>,
): Promise<Proof> {
  const begin = Date.now();
  const problems = await examine();
  return {
    passed: problems === undefined,
    text:
      problems === undefined
        ? `${title}: well, ${secondsSince(begin)}`
        : `${pc.red(`${title}: failed`)}\n${problems}`,
  };
}

async function typeAndLintProblems(): Promise<string | undefined> {
  return problemsIn(
    await outcomeOf(process.execPath, [
      // Nothing of a program that is checked becomes garbage: room at once saves a tenth of the time.
      "--max-semi-space-size=128",
      "--initial-old-space-size=2048",
      "cli/run.js",
      "cli/types-and-lint.ts",
    ]),
  );
}

/**
 * prettier has the last word, but takes half a minute for all files; oxfmt, which follows it closely, finds in a second the
 * files worth asking about. `npm run format:check`, which CI runs as well, asks prettier about all.
 */
async function formatProblems(): Promise<string | undefined> {
  const doubtful = await outcomeOf(programNamed("oxfmt"), [
    "--list-different",
    ".",
  ]);
  const files = doubtful.stdout.split("\n").filter((line) => line !== "");
  return files.length === 0
    ? problemsIn(doubtful)
    : problemsIn(
        await outcomeOf(programNamed("prettier"), ["--check", ...files]),
      );
}

async function outcomeOf(
  command: string,
  args: readonly string[],
): Promise<ProcessOutcome> {
  const outcome = await runProcess(command, args, {
    cwd: process.cwd(),
    environment: process.env,
  });
  return (
    outcome ?? {
      exitCode: -1,
      stdout: "",
      output: `${command} is not installed; run npm ci`,
    }
  );
}

function problemsIn({ exitCode, output }: ProcessOutcome): string | undefined {
  return exitCode === 0 ? undefined : output.trim();
}

function programNamed(name: string): string {
  return join(process.cwd(), "node_modules", ".bin", name);
}

function secondsSince(begin: number): string {
  return `${((Date.now() - begin) / 1000).toFixed(1)} s`;
}

void runProgram(async () => ((await runTests(process.argv.slice(2))) ? 0 : 1));
