import { execFileSync } from "node:child_process";
import { dirname, join } from "node:path";
import { scripts } from "../../package.json";

const bin = join(
  dirname(require.resolve("monitoring-as-code/package.json")),
  "bin/monitoring.js",
);
const help = execFileSync(process.execPath, [bin, "--help"], {
  encoding: "utf8",
});

/** What people run: the scripts of this repository, and the commands of `monitoring`. */
export const commands: readonly string[] = [
  ...Object.keys(scripts).map((script) => `npm run ${script}`),
  ...[...help.matchAll(/^ {2}([a-z]+(?:-[a-z]+)*) {2,}/gm)].map(
    ([, command]) => `monitoring ${command}`,
  ),
];
