import { analysis } from "./analysis-command";
import { runProgram } from "./run-program";

const {
  PROMETHEUS_AUTHORIZATION: prometheusAuthorization,
  ALERTMANAGER_AUTHORIZATION: alertmanagerAuthorization,
} = process.env;

void runProgram(() =>
  analysis(process.argv.slice(2), {
    print: (text) => {
      process.stdout.write(text);
    },
    warn: (text) => {
      process.stderr.write(text);
    },
    now: () => new Date(),
    ...(prometheusAuthorization === undefined
      ? {}
      : { prometheusAuthorization }),
    ...(alertmanagerAuthorization === undefined
      ? {}
      : { alertmanagerAuthorization }),
  }),
);
