import { analysis } from "./analysis-command";

const {
  PROMETHEUS_AUTHORIZATION: prometheusAuthorization,
  ALERTMANAGER_AUTHORIZATION: alertmanagerAuthorization,
} = process.env;

analysis(process.argv.slice(2), {
  print: (text) => {
    process.stdout.write(text);
  },
  warn: (text) => {
    process.stderr.write(text);
  },
  now: () => new Date(),
  ...(prometheusAuthorization === undefined ? {} : { prometheusAuthorization }),
  ...(alertmanagerAuthorization === undefined
    ? {}
    : { alertmanagerAuthorization }),
}).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
