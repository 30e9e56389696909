import { maintenance } from "./maintenance-command";

const { USER = "maintenance", ALERTMANAGER_AUTHORIZATION: authorization } =
  process.env;

maintenance(process.argv.slice(2), {
  print: (text) => {
    process.stdout.write(text);
  },
  now: () => new Date(),
  user: USER,
  ...(authorization === undefined ? {} : { authorization }),
}).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
