import { spawn } from "node:child_process";
import { once } from "node:events";
import type { Labels } from "monitoring-as-code";
import type { Program } from "./programs";

/** The receivers, joined by commas, that Alertmanager's own tree names for each of the label sets, in order. */
export async function routedInBatch(
  { path }: Program,
  config: string,
  labelSets: readonly Labels[],
): Promise<readonly string[]> {
  const program = spawn(path, { env: {} });
  let stdout = "";
  let stderr = "";
  program.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  program.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  // It may end before it has read everything; its exit code says so.
  program.stdin.on("error", () => undefined);
  program.stdin.end(
    labelSets
      .map((labels) => `${JSON.stringify({ config, labels })}\n`)
      .join(""),
  );
  const [code] = (await once(program, "close")) as [number];
  const lines = stdout.split("\n").slice(0, -1);
  if (code !== 0 || lines.length !== labelSets.length) {
    throw new Error(
      `${path} answered ${lines.length} of ${labelSets.length} label sets: ${stderr.slice(-500)}`,
    );
  }
  return lines;
}
