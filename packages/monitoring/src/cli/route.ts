import type { Command } from "commander";
import type { Labels } from "../model/labels";
import {
  labelsFrom,
  labelsFromJson,
  momentFrom,
} from "../notifications/label-arguments";
import { notifiedText } from "../notifications/notified-text";
import { notify, type Notified } from "../notifications/notify";
import { environmentArgument } from "./environment-argument";
import { exitCodes } from "./exit-codes";
import type { Surroundings } from "./surroundings";

interface RouteOptions {
  readonly at?: string;
  readonly firing: readonly string[];
  readonly json?: true;
  readonly batch?: true;
}

export function configure(command: Command, surroundings: Surroundings): void {
  exitCodes(command, { 1: "an error, or a bad line with --batch" })
    .description(
      "shows who is notified of an alert, how, and what keeps it from them",
    )
    .addArgument(environmentArgument())
    .argument("[labels...]", "labels of the alert, such as severity=critical")
    .option("--at <time>", "apply mute timings, such as 2026-12-25T03:00Z")
    .option(
      "--firing <labels>",
      "another alert that fires: severity=critical,service=api; repeatable",
      (text: string, others: readonly string[]) => [...others, text],
      [],
    )
    .option("--json", "one JSON object instead of text")
    .option("--batch", "label sets as JSON lines on stdin, JSON lines out")
    .action((name: string, words: readonly string[], options: RouteOptions) =>
      route(name, words, options, surroundings),
    );
}

async function route(
  name: string,
  words: readonly string[],
  { at, firing, json, batch }: RouteOptions,
  { project, input, print, setExitCode }: Surroundings,
): Promise<void> {
  const labels = labelsFrom(words);
  const circumstances = {
    ...(at !== undefined && { at: momentFrom(at) }),
    firing: firing.map((text) => labelsFrom(text.split(","))),
  };
  if (batch && words.length > 0)
    throw new Error(
      `--batch reads labels from stdin, got ${words.join(" ")} as well`,
    );
  const { notifications } = project().deployment(name);
  const told = (alert: Labels): Notified =>
    notify({ notifications, labels: alert, ...circumstances });
  if (batch) return setExitCode(await answerLines(told, input, print));
  const result = told(labels);
  print(
    `${json ? JSON.stringify({ labels, ...result }) : notifiedText(labels, result)}\n`,
  );
}

/** One line out for each line in; a bad one is answered with its error, and fails the command in the end. */
async function answerLines(
  told: (labels: Labels) => Notified,
  input: NodeJS.ReadableStream,
  output: (text: string) => void,
): Promise<number> {
  let number = 0;
  let failed = false;
  const answerTo = (line: string): string => {
    number += 1;
    if (line.trim() === "") return "";
    try {
      return `${JSON.stringify(answer(told(labelsFromJson(line))))}\n`;
    } catch (error) {
      failed = true;
      const reason = error instanceof Error ? error.message : String(error);
      return `${JSON.stringify({ error: `line ${number}: ${reason}` })}\n`;
    }
  };
  for await (const lines of blocksOfLines(input)) {
    output(lines.map(answerTo).join(""));
  }
  return failed ? 1 : 0;
}

/** Plain splitting: node:readline takes longer for a line than routing an alert. */
async function* blocksOfLines(
  input: NodeJS.ReadableStream,
): AsyncGenerator<readonly string[]> {
  input.setEncoding("utf8");
  let rest = "";
  for await (const chunk of input) {
    const lines = (rest + String(chunk)).split(/\r?\n/);
    rest = lines.pop() ?? "";
    yield lines;
  }
  if (rest !== "") yield [rest];
}

function answer({ receivers }: Notified): {
  readonly receivers: readonly string[];
  readonly routes: readonly string[];
  readonly silent: readonly string[];
} {
  const names = receivers.map(({ name }) => name);
  return {
    receivers: names,
    routes: receivers.map((receiver) => receiver.route),
    silent: names.filter((_, index) => {
      const { mutedBy = [], inhibitedBy = [] } = receivers[index] ?? {};
      return mutedBy.length + inhibitedBy.length > 0;
    }),
  };
}
