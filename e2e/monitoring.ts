import { dirname, join } from "node:path";
import {
  runCommand,
  type CommandResult,
} from "@monitoring-as-code/grafana-stand-in";

export const bin = join(
  dirname(require.resolve("monitoring-as-code/package.json")),
  "bin",
  "monitoring.js",
);

/** Runs a command of `monitoring` in this repository, as a process. */
export function monitoring(...args: readonly string[]): Promise<CommandResult> {
  return runCommand(process.execPath, [bin, ...args], {
    cwd: join(__dirname, ".."),
    env: { PATH: process.env["PATH"] ?? "" },
  });
}
