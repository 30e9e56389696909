import { writeFile } from "node:fs/promises";
import { Command } from "commander";
import { reportJson, reportMarkdown } from "../slo/compliance";
import { enforce, enforcementText } from "../slo/enforcement";
import { noDataExitCode } from "../slo/policy";
import { deploymentNamed } from "./environment-argument";
import { prometheusClient, type PrometheusClient } from "./prometheus-client";
import { addOfflineCommands, repeated } from "./slo-offline-commands";
import { measureSlos, type MeasureOptions } from "./slo-measure";

interface Asking {
  readonly prometheusUrl?: string;
  readonly periodDays?: number;
  readonly slo?: readonly string[];
}

/** What the command needs of the world around it. */
export interface SloCommandContext {
  readonly print: (text: string) => void;
  readonly now: () => Date;
  /** Of Prometheus: `Bearer …`. @default - none */
  readonly authorization?: string;
  /** Further attempts to reach Prometheus. @default 3 */
  readonly retries?: number;
}

/** Runs `slo` with its arguments; the promise is the exit code. */
export async function slo(
  args: readonly string[],
  context: SloCommandContext,
): Promise<number> {
  let exitCode = 0;
  const program = new Command("slo")
    .description("tools for service level objectives")
    .showHelpAfterError();
  const client = (name: string, { prometheusUrl }: Asking): PrometheusClient =>
    prometheusClient({
      url:
        prometheusUrl ??
        deploymentNamed(name).environment.dataSources.prometheus ??
        "http://localhost:9090",
      authorization: context.authorization,
      retries: context.retries,
    });
  const measured = (name: string, options: Asking) =>
    measureSlos(deploymentNamed(name), client(name, options), chosen(options));

  asking(program.command("report"))
    .description("how the SLOs of an environment stand")
    .option("--format <format>", "markdown or json", oneOf("markdown", "json"))
    .option("--output <file>", "a file instead of the terminal")
    .action(async (name: string, options: ReportOptions) => {
      const result = await measured(name, options);
      const report = { ...result, generatedAt: context.now().toISOString() };
      const text =
        options.format === "json" ? reportJson(report) : reportMarkdown(report);
      if (options.output === undefined) context.print(text);
      else await writeFile(options.output, text);
      if (report.slos.some(({ status }) => status === "No data")) exitCode = 1;
    });

  asking(program.command("enforce"))
    .description(
      "applies the error-budget policy: exits with 0 healthy, 1 warning, 2 critical, 3 exhausted, 4 no data or error",
    )
    .action(async (name: string, options: Asking) => {
      exitCode = noDataExitCode;
      const result = enforce((await measured(name, options)).slos);
      context.print(enforcementText(result));
      exitCode = result.exitCode;
    });

  addOfflineCommands(program, context.print, (code) => {
    exitCode = code;
  });

  await program.parseAsync([...args], { from: "user" }).catch((error) => {
    throw Object.assign(error as Error, { exitCode: exitCode || 1 });
  });
  return exitCode;
}

interface ReportOptions extends Asking {
  readonly format?: string;
  readonly output?: string;
}

function asking(command: Command): Command {
  return command
    .argument("<environment>", "local, dev, staging or prod")
    .option("--prometheus-url <url>", "instead of the environment's")
    .option(
      "--period-days <days>",
      "measure over this many days instead of each SLO's period",
      wholeDays,
    )
    .option("--slo <id>", "only this one, may be repeated", repeated(String));
}

function chosen({ periodDays, slo: only }: Asking): MeasureOptions {
  return {
    ...(periodDays === undefined ? {} : { periodDays }),
    ...(only === undefined ? {} : { only }),
  };
}

function oneOf(...allowed: readonly string[]) {
  return (text: string): string => {
    if (!allowed.includes(text))
      throw new Error(`must be ${allowed.join(" or ")}, got "${text}"`);
    return text;
  };
}

function wholeDays(text: string): number {
  if (!/^[1-9]\d*$/.test(text))
    throw new Error(
      `--period-days must be a whole number of days, got "${text}"`,
    );
  return Number(text);
}
