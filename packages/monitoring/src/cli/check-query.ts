import { text } from "node:stream/consumers";
import type { Command } from "commander";
import { QueryAnswers } from "../checks/query-answer";
import type { OpenProject } from "../project/open-project";
import { exitCodes } from "./exit-codes";
import type { Surroundings } from "./surroundings";

export function configure(
  command: Command,
  { project, input, print }: Surroundings,
): void {
  exitCodes(command)
    .description(
      'checks queries: reads JSON lines {"language":"promql"|"logql"|"traceql","expr":"…","system"?:"…"} from standard input and answers each with a line {"valid","errors","findings"}',
    )
    .option(
      "--environment <name>",
      "whose scrape interval, retention and rules a system's queries rely on (default: the project's last)",
    )
    .action(async ({ environment }: { readonly environment?: string }) => {
      const lines = (await text(input)).split("\n");
      if (lines.at(-1) === "") lines.pop();
      // Loading a project takes longer than checking some thousand queries.
      const answers = new QueryAnswers(
        lines.some((line) => line.includes('"system"'))
          ? project().deployment(environment ?? lastOf(project()))
          : undefined,
      );
      print(lines.map((line) => `${answers.answer(line)}\n`).join(""));
    });
}

function lastOf({ content }: OpenProject): string {
  const last = content.environments.at(-1);
  if (last === undefined) throw new Error("the project has no environment");
  return last.name;
}
