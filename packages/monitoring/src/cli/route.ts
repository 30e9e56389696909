import { route } from "./route-command";
import { runProgram } from "./run-program";

void runProgram(() =>
  route(process.argv.slice(2), process.stdin, (text) => {
    process.stdout.write(text);
  }),
);
