import { review } from "./review-command";
import { writeStdout } from "./write-stdout";
import { runProgram } from "./run-program";

void runProgram(() =>
  review(process.argv.slice(2), writeStdout, {
    isColored: process.stdout.isTTY && process.env["NO_COLOR"] === undefined,
  }),
);
