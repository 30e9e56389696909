import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { scripts } from "../../package.json";

const cli = join(
  dirname(require.resolve("monitoring-as-code/package.json")),
  "lib/cli",
);

/** What people run: the scripts of this repository, and the commands of `monitoring`. */
export const commands: readonly string[] = [
  ...Object.keys(scripts).map((script) => `npm run ${script}`),
  ...readdirSync(cli)
    .filter((file) => file.endsWith(".js"))
    .map((file) => `monitoring ${file.replace(/\.js$/, "")}`),
];
