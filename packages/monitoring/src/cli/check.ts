import pc from "picocolors";
import { check } from "./check-command";
import { runProgram } from "./run-program";

void runProgram(() =>
  check(process.argv.slice(2), {
    today: new Date().toISOString().slice(0, 10),
    colors: pc.isColorSupported,
    output: (text) => process.stdout.write(text),
  }),
);
