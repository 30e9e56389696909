import { route } from "./route-command";

route(process.argv.slice(2), process.stdin, (text) => {
  process.stdout.write(text);
}).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  },
);
