import pc from "picocolors";
import { render } from "./render-command";
import { runProgram } from "./run-program";

void runProgram(() =>
  render(process.argv.slice(2), {
    output: (text) => {
      process.stdout.write(text);
    },
    warn: (line) => {
      console.error(pc.yellow(line));
    },
  }),
);
