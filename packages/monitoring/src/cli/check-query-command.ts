import { Command } from "commander";
import type { Deployment } from "../model/deployment";
import { QueryAnswers } from "./query-answer";

/** What the command needs of the world. */
export interface CheckQuerySurroundings {
  readonly input: () => string;
  /** Is called once, with all the answers. */
  readonly output: (text: string) => void;
  /** All that an environment deploys; loading it takes longer than checking some thousand queries. */
  readonly deploymentNamed: (name: string) => Promise<Deployment>;
}

/**
 * `npm run check:query`: answers each line of `input` with a line. Throws on an unknown environment where a line names a
 * system.
 */
export async function checkQuery(
  args: readonly string[],
  { input, output, deploymentNamed }: CheckQuerySurroundings,
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
  const deployment = lines.some((line) => line.includes('"system"'))
    ? await deploymentNamed(environment)
    : undefined;
  const answers = new QueryAnswers(deployment);
  output(lines.map((line) => `${answers.answer(line)}\n`).join(""));
}
