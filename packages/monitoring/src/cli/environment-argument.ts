import { Argument } from "commander";

/** The environment that a command works on. Its name is looked for when the command runs: help loads no project. */
export function environmentArgument(): Argument {
  return new Argument(
    "<environment>",
    "one that `monitoring environments` lists",
  );
}
