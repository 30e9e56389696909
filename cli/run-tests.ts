import { spawn } from "node:child_process";
import { join } from "node:path";
import pc from "picocolors";
import { runProcess } from "./run-process";

const root = join(__dirname, "..");

/** What is proven beside the unit tests. */
const proofs = [
  { title: "types", command: "tsc", args: ["--noEmit"] },
  { title: "lint", command: "eslint", args: ["--max-warnings", "0", "."] },
  { title: "format", command: "prettier", args: ["--check", "."] },
] as const;

/**
 * `npm test`: the unit tests, and types, lint and format on another core meanwhile. `npm test -- <path>` runs the unit tests
 * of that path alone; options go to jest. Returns whether all is well.
 */
async function runTests(args: readonly string[]): Promise<boolean> {
  if (args.some((argument) => !argument.startsWith("-"))) return jest(args);
  const begin = Date.now();
  const [tested, proven] = await Promise.all([jest(args), prove()]);
  for (const { text } of proven) console.log(text);
  console.log(`all of it: ${secondsSince(begin)}`);
  return tested && proven.every(({ passed }) => passed);
}

/** Writes to the terminal as it goes on. */
function jest(args: readonly string[]): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(programNamed("jest"), args, {
      cwd: root,
      stdio: "inherit",
    });
    child.on("error", reject);
    child.on("close", (code) => resolve(code === 0));
  });
}

/** One after the other, so that the unit tests keep a core. */
async function prove(): Promise<
  readonly { readonly passed: boolean; readonly text: string }[]
> {
  const results = [];
  for (const { title, command, args } of proofs) {
    const begin = Date.now();
    const outcome = await runProcess(programNamed(command), args, {
      cwd: root,
      environment: process.env,
    });
    const passed = outcome?.exitCode === 0;
    const text = passed
      ? `${title}: well, ${secondsSince(begin)}`
      : `${pc.red(`${title}: failed`)}\n${outcome?.output.trim() ?? `${command} is not installed; run npm ci`}`;
    results.push({ passed, text });
  }
  return results;
}

function programNamed(name: string): string {
  return join(root, "node_modules", ".bin", name);
}

function secondsSince(begin: number): string {
  return `${((Date.now() - begin) / 1000).toFixed(1)} s`;
}

runTests(process.argv.slice(2)).then(
  (isWell) => {
    process.exitCode = isWell ? 0 : 1;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  },
);
