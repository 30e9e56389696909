import { Readable } from "node:stream";
import { Command } from "commander";
import type { Surroundings } from "../../src/cli/surroundings";
import { findProject } from "../../src/project/load-project";

/** What a command prints, and its exit code. */
export interface CommandRun {
  readonly code: number;
  readonly printed: string;
  readonly warned: string;
}

/** Runs a command in this process. Rejects where it throws; what it printed until then is lost. */
export async function runCommand(
  configure: (command: Command, surroundings: Surroundings) => void,
  args: readonly string[],
  changes: Partial<Surroundings> = {},
): Promise<CommandRun> {
  let [printed, warned, code] = ["", "", 0];
  const command = new Command("test")
    .exitOverride()
    .configureOutput({ writeErr: (text) => (warned += text) });
  configure(command, {
    project: () => findProject(),
    input: Readable.from([]),
    print: (text) => (printed += text),
    warn: (text) => (warned += text),
    progress: {
      start: () => undefined,
      step: () => undefined,
      stop: () => undefined,
    },
    waiting: (_, work) => work,
    isColored: false,
    now: () => new Date("2026-01-01T00:00:00Z"),
    variables: {},
    setExitCode: (value) => (code = value),
    ...changes,
  });
  await command.parseAsync(args, { from: "user" });
  return { code, printed, warned };
}
