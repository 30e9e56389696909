import { Command } from "commander";
import { QueryAnswers } from "./query-answer";

/**
 * `npm run check:query`: answers each line of `input` with a line, all of them in one call of `output`. Throws on an unknown
 * environment where a line names a system.
 */
export async function checkQuery(
  args: readonly string[],
  input: () => string,
  output: (text: string) => void,
): Promise<void> {
  const { environment } = new Command("check-query")
    .description(
      'checks queries: reads JSON lines {"language":"promql"|"logql"|"traceql","expr":"…","system"?:"…"} from standard input and answers each with a line {"valid","errors","findings"}',
    )
    .option(
      "--environment <name>",
      "whose scrape interval, retention and rules a system's queries rely on",
      "prod",
    )
    .showHelpAfterError()
    .parse(args, { from: "user" })
    .opts<{ readonly environment: string }>();
  const lines = input().split("\n");
  if (lines.at(-1) === "") lines.pop();
  // Loading all systems takes longer than checking some thousand queries.
  const deployment = lines.some((line) => line.includes('"system"'))
    ? (await import("./environment-argument.js")).deploymentNamed(environment)
    : undefined;
  const answers = new QueryAnswers(deployment);
  output(lines.map((line) => `${answers.answer(line)}\n`).join(""));
}
