import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { markdown } from "../review/render/markdown";
import { review } from "../review/review";
import { comparedOutputs } from "./review-command";

interface Options {
  readonly base: string;
  readonly head: string;
  readonly out: string;
  readonly artefactUrl?: string;
}

/** A comment holds 65536 characters, the line that finds it again included. */
const COMMENT_LIMIT = 65_000;

/**
 * `npm run review:environments -- --base <dir>`: writes `<environment>.md` for each environment of either side, and the paths
 * to `output`. Throws on input that is not what it should be.
 */
export function reviewEnvironments(
  args: readonly string[],
  output: (text: string) => void,
): void {
  const { base, head, out, artefactUrl } = new Command("review:environments")
    .description(
      "writes one review per environment from two synthesized outputs",
    )
    .requiredOption("--base <dir>", "what was synthesized before")
    .option("--head <dir>", "what is synthesized now", "cdktf.out")
    .option(
      "--out <dir>",
      "where <environment>.md is written",
      join(".cache", "reviews"),
    )
    .option("--artefact-url <url>", "where the whole reviews are kept")
    .showHelpAfterError()
    .parse(args, { from: "user" })
    .opts<Options>();
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
    output(`${file}\n`);
  }
}
