import type { BackupContext } from "./backup-arguments";
import { progressOn } from "./backup-progress";
import { runProgram } from "./run-program";

/** Runs a command with the arguments, the variables and the terminal of this process, whose exit code it returns. */
export function runBackupCommand(
  command: (args: readonly string[], context: BackupContext) => Promise<number>,
): void {
  const progress = progressOn(process.stderr);
  void runProgram(() =>
    command(process.argv.slice(2), {
      print: (text) => {
        process.stdout.write(text);
      },
      progress,
      now: () => new Date(),
      variables: process.env,
      isColored: process.stdout.isTTY && process.env["NO_COLOR"] === undefined,
    }).finally(() => {
      progress.stop();
    }),
  );
}
