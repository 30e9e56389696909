import { readFileSync } from "node:fs";
import { checkQuery } from "./check-query-command";
import { writeStdout } from "./write-stdout";
import { runProgram } from "./run-program";

void runProgram(() =>
  checkQuery(process.argv.slice(2), {
    input: () => readFileSync(0, "utf8"),
    output: writeStdout,
    deploymentNamed: async (name) =>
      (await import("./environment-argument.js")).deploymentNamed(name),
  }),
);
