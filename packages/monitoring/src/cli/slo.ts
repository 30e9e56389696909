import { slo } from "./slo-command";
import { runProgram } from "./run-program";

void runProgram(() =>
  slo(process.argv.slice(2), {
    print: (text) => {
      process.stdout.write(text);
    },
    now: () => new Date(),
    authorization: process.env.PROMETHEUS_AUTHORIZATION,
  }),
);
