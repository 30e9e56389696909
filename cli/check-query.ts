import { readFileSync, writeSync } from "node:fs";
import { Command } from "commander";
import { QueryAnswers } from "./query-answer";

const program = new Command("check-query")
  .description(
    'checks queries: reads JSON lines {"language":"promql"|"logql"|"traceql","expr":"…","system"?:"…"} from standard input and answers each with a line {"valid","errors","findings"}',
  )
  .option(
    "--environment <name>",
    "whose scrape interval, retention and rules a system's queries rely on",
    "prod",
  )
  .showHelpAfterError();

program.action(async ({ environment }: { readonly environment: string }) => {
  const lines = readFileSync(0, "utf8").split("\n");
  if (lines.at(-1) === "") {
    lines.pop();
  }
  // Loading all systems takes longer than checking some thousand queries.
  const deployment = lines.some((line) => line.includes('"system"'))
    ? (await import("./environment-argument.js")).deploymentNamed(environment)
    : undefined;
  const answers = new QueryAnswers(deployment);
  write(lines.map((line) => `${answers.answer(line)}\n`).join(""));
});

void program.parseAsync();

/** A pipe takes as much as it has room for. */
function write(text: string): void {
  const bytes = Buffer.from(text, "utf8");
  for (let written = 0; written < bytes.length;) {
    try {
      written += writeSync(1, bytes, written);
    } catch (error) {
      if (!(
        error instanceof Error &&
        "code" in error &&
        error.code === "EAGAIN"
      )) {
        throw error;
      }
    }
  }
}
