import { writeFile } from "node:fs/promises";
import { Option, type Command } from "commander";
import {
  prometheusClient,
  type PrometheusClient,
} from "../clients/prometheus-client";
import { reportJson, reportMarkdown } from "../slo/compliance";
import { enforce, enforcementText } from "../slo/enforcement";
import {
  measureSlos,
  type MeasuredSlos,
  type MeasureOptions,
} from "../slo/measure";
import { noDataExitCode } from "../slo/policy";
import { environmentArgument } from "./environment-argument";
import { exitCodes } from "./exit-codes";
import { addOfflineCommands, repeated } from "./slo-offline";
import type { Surroundings } from "./surroundings";

interface Asking {
  readonly prometheusUrl?: string;
  readonly periodDays?: number;
  readonly slo?: readonly string[];
}

export function configure(command: Command, surroundings: Surroundings): void {
  const { print, now, setExitCode } = surroundings;
  exitCodes(command).description(
    "tools for service level objectives. PROMETHEUS_AUTHORIZATION is sent as the header Authorization",
  );
  asking(
    exitCodes(command.command("report"), {
      1: "an error, or an SLO without data",
    }),
  )
    .description("how the SLOs of an environment stand")
    .addOption(
      new Option("--format <format>", "how it is written")
        .choices(["markdown", "json"])
        .default("markdown"),
    )
    .option("--output <file>", "a file instead of the terminal")
    .action(async (name: string, options: ReportOptions) => {
      const result = await measured(name, options, surroundings);
      const report = { ...result, generatedAt: now().toISOString() };
      const text =
        options.format === "json" ? reportJson(report) : reportMarkdown(report);
      if (options.output === undefined) print(text);
      else await writeFile(options.output, text);
      if (report.slos.some(({ status }) => status === "No data"))
        setExitCode(1);
    });

  asking(
    exitCodes(command.command("enforce"), {
      0: "every budget is healthy",
      1: "warning",
      2: "critical",
      3: "exhausted",
      4: "no data, or an error",
    }),
  )
    .description("applies the error-budget policy, for pipelines that release")
    .action(async (name: string, options: Asking) => {
      try {
        const { slos } = await measured(name, options, surroundings);
        const result = enforce(slos);
        print(enforcementText(result));
        setExitCode(result.exitCode);
      } catch (error) {
        throw Object.assign(error as Error, { exitCode: noDataExitCode });
      }
    });

  addOfflineCommands(command, surroundings);
}

function measured(
  name: string,
  options: Asking,
  { project, variables, waiting, retry }: Surroundings,
): Promise<MeasuredSlos> {
  const deployment = project().deployment(name);
  const url =
    options.prometheusUrl ??
    deployment.environment.dataSources.prometheus ??
    "http://localhost:9090";
  const authorization = variables["PROMETHEUS_AUTHORIZATION"];
  const client: PrometheusClient = prometheusClient({
    ...retry,
    url,
    ...(authorization === undefined ? {} : { authorization }),
  });
  return waiting(
    `Prometheus at ${url}`,
    measureSlos(deployment, client, chosen(options)),
  );
}

interface ReportOptions extends Asking {
  readonly format: "markdown" | "json";
  readonly output?: string;
}

function asking(command: Command): Command {
  return command
    .addArgument(environmentArgument())
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

function wholeDays(text: string): number {
  if (!/^[1-9]\d*$/.test(text))
    throw new Error(
      `--period-days must be a whole number of days, got "${text}"`,
    );
  return Number(text);
}
