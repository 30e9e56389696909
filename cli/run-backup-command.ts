import { CommanderError } from "commander";
import type { BackupContext } from "./backup-arguments";
import { progressOn } from "./backup-progress";

/** Runs a command with the arguments, the variables and the terminal of this process, whose exit code it returns. */
export function runBackupCommand(
  command: (args: readonly string[], context: BackupContext) => Promise<number>,
): void {
  const progress = progressOn(process.stderr);
  command(process.argv.slice(2), {
    print: (text) => {
      process.stdout.write(text);
    },
    progress,
    now: () => new Date(),
    variables: process.env,
    isColored: process.stdout.isTTY && process.env["NO_COLOR"] === undefined,
  })
    .then((exitCode) => {
      process.exitCode = exitCode;
    })
    .catch((error: unknown) => {
      progress.stop();
      // Bad arguments, and the help that was asked for, are on the terminal already.
      if (error instanceof CommanderError) {
        process.exitCode = error.exitCode;
        return;
      }
      console.error(error instanceof Error ? error.message : String(error));
      process.exitCode = 1;
    });
}
