import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { markdown } from "../lib/review/render/markdown";
import { review } from "../lib/review/review";
import { comparedOutputs } from "./review-command";

interface Options {
  readonly base: string;
  readonly head: string;
  readonly out: string;
  readonly artefactUrl?: string;
}

/** A comment holds 65536 characters, the line that finds it again included. */
const COMMENT_LIMIT = 65_000;

const program = new Command("review:environments")
  .description("writes one review per environment from two synthesized outputs")
  .requiredOption("--base <dir>", "what was synthesized before")
  .option("--head <dir>", "what is synthesized now", "cdktf.out")
  .option(
    "--out <dir>",
    "where <environment>.md is written",
    join(".cache", "reviews"),
  )
  .option("--artefact-url <url>", "where the whole reviews are kept")
  .showHelpAfterError();

function run({ base, head, out, artefactUrl }: Options): void {
  mkdirSync(out, { recursive: true });
  for (const comparison of comparedOutputs(base, head)) {
    const file = join(out, `${comparison.environment}.md`);
    writeFileSync(
      file,
      markdown(review([comparison]), {
        limit: COMMENT_LIMIT,
        ...(artefactUrl !== undefined && { artefactUrl }),
      }),
    );
    console.log(file);
  }
}

try {
  program.action(run).parse();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
