import { maintenance } from "./maintenance-command";
import { runProgram } from "./run-program";

const { USER = "maintenance", ALERTMANAGER_AUTHORIZATION: authorization } =
  process.env;

void runProgram(() =>
  maintenance(process.argv.slice(2), {
    print: (text) => {
      process.stdout.write(text);
    },
    now: () => new Date(),
    user: USER,
    ...(authorization === undefined ? {} : { authorization }),
  }),
);
