import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { Argument, Command } from "commander";
import { format } from "prettier";
import {
  scaffold,
  scaffoldKinds,
  type ScaffoldKind,
} from "../scaffold/scaffold";
import { runProgram } from "./run-program";

const program = new Command("new")
  .description("writes a new thing and registers it, ready to be filled in")
  .addArgument(new Argument("<kind>", "what to write").choices(scaffoldKinds))
  .argument("<name>", "<system>/<name>, or <name> of a system or environment")
  .option(
    "--no-snapshots",
    "leave the snapshots of the environments as they are",
  )
  .showHelpAfterError();

async function run(
  kind: ScaffoldKind,
  name: string,
  options: { snapshots: boolean },
): Promise<void> {
  const read = (path: string): string | undefined =>
    existsSync(path) ? readFileSync(path, "utf8") : undefined;
  const files = await Promise.all(
    scaffold(kind, name, read).map(async ({ path, content }) => ({
      path,
      content: await format(content, { filepath: path }),
    })),
  );
  for (const { path, content } of files) {
    const verb = existsSync(path) ? "changed" : "wrote";
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    console.log(`${verb} ${path}`);
  }
  if (options.snapshots) updateSnapshots();
}

/** The snapshots of the environments show the new thing in the review: they are part of the change. */
function updateSnapshots(): void {
  const { status } = spawnSync(
    "npx",
    [
      "jest",
      "__tests__/main.test.ts",
      "--silent",
      "--ci=false",
      "--updateSnapshot",
    ],
    {
      stdio: ["ignore", "ignore", "inherit"],
    },
  );
  if (status !== 0)
    throw new Error(
      "the new thing does not pass __tests__/main.test.ts: run npm test to see why",
    );
  console.log("updated the snapshots of the environments");
}

void runProgram(async () => {
  await program.action(run).parseAsync();
});
