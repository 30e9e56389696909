import type { Command } from "commander";

/** Says in the help of a command what its exit codes mean. */
export function exitCodes(
  command: Command,
  codes: Readonly<Record<number, string>> = {},
): Command {
  const all = {
    0: "done",
    1: "an error, which standard error says",
    ...codes,
  };
  const lines = Object.entries(all).map(
    ([code, meaning]) => `  ${code}  ${meaning}`,
  );
  return command.addHelpText("after", `\nExit codes:\n${lines.join("\n")}`);
}
