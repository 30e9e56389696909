import { slo } from "./slo-command";

slo(process.argv.slice(2), {
  print: (text) => {
    process.stdout.write(text);
  },
  now: () => new Date(),
  authorization: process.env.PROMETHEUS_AUTHORIZATION,
}).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = (error as { exitCode?: number }).exitCode ?? 1;
  },
);
