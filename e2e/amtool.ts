import { spawn } from "node:child_process";
import { once } from "node:events";
import { type Labels, matchersFor } from "monitoring-as-code";
import { matcherConfig } from "monitoring-as-code/outputs/alertmanager";
import type { Program } from "./programs";

/** How many shells route at once. */
const shells = Number(process.env["AMTOOL_SHELLS"] ?? 2);

/** amtool takes one label set a call: a shell makes this many calls, so that starting processes from here costs little. */
const callsPerShell = 50;

/** The receivers, joined by commas, that amtool names for each of the label sets, in order. */
export async function routedByAmtool(
  { path }: Program,
  config: string,
  labelSets: readonly Labels[],
): Promise<readonly string[]> {
  const batches: (readonly Labels[])[] = [];
  for (let at = 0; at < labelSets.length; at += callsPerShell) {
    batches.push(labelSets.slice(at, at + callsPerShell));
  }
  const answers: string[][] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < batches.length; index = next++) {
      answers[index] = await routedByShell(path, config, batches[index] ?? []);
    }
  };
  await Promise.all(Array.from({ length: shells }, work));
  return answers.flat();
}

async function routedByShell(
  path: string,
  config: string,
  labelSets: readonly Labels[],
): Promise<string[]> {
  const script = labelSets.map((labels) =>
    [
      path,
      "config",
      "routes",
      "test",
      `--config.file=${config}`,
      ...matchersFor(labels).map(matcherConfig),
    ]
      .map(quoted)
      .join(" "),
  );
  const shell = spawn("sh", ["-e"], { env: { HOME: "/nonexistent" } });
  let stdout = "";
  let stderr = "";
  shell.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  shell.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  shell.stdin.end(script.join("\n"));
  const [code] = (await once(shell, "close")) as [number];
  const lines = stdout.split("\n").slice(0, -1);
  if (code !== 0 || lines.length !== labelSets.length) {
    throw new Error(
      `amtool answered ${lines.length} of ${labelSets.length} label sets: ${stderr.slice(-500)}`,
    );
  }
  return lines;
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
