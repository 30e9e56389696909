import { CommanderError } from "commander";

/**
 * Runs the command of a program and ends the process as the command ends: with the exit code it gives, 0 for none. Of an error
 * only the message is printed, on standard error; the exit code is the one that the error carries as `exitCode`, else 1.
 */
export async function runProgram(
  command: () => number | void | Promise<number | void>,
): Promise<void> {
  try {
    const exitCode = await command();
    if (exitCode !== undefined) process.exitCode = exitCode;
  } catch (error) {
    // Bad arguments, and the help that was asked for, are on the terminal already.
    if (!(error instanceof CommanderError))
      console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = (error as { exitCode?: number }).exitCode ?? 1;
  }
}
