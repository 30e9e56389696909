import type { Command } from "commander";
import { analysisMarkdown, analysisReport } from "../analyze/report";
import { analysedRules } from "../analyze/rule-history";
import { alertHistory } from "../clients/alert-history";
import { alertmanagerClient } from "../clients/alertmanager-client";
import { environmentArgument } from "./environment-argument";
import { exitCodes } from "./exit-codes";
import type { Surroundings } from "./surroundings";

interface AnalyzeOptions {
  readonly prometheus?: string;
  readonly alertmanager?: string;
  readonly days: number;
  readonly step: number;
  readonly json?: true;
}

export function configure(command: Command, surroundings: Surroundings): void {
  exitCodes(command)
    .description(
      "finds alerts that are noisy, ignored, never fire or lack a runbook. PROMETHEUS_AUTHORIZATION and ALERTMANAGER_AUTHORIZATION are sent as the header Authorization",
    )
    .addArgument(environmentArgument())
    .option("--prometheus <url>", "instead of the environment's")
    .option("--alertmanager <url>", "instead of the environment's")
    .option("--days <days>", "how far to look back", positive("--days"), 30)
    .option("--step <seconds>", "how closely", positive("--step"), 60)
    .option("--json", "JSON instead of Markdown")
    .action((name: string, options: AnalyzeOptions) =>
      analyze(name, options, surroundings),
    );
}

/** Throws on servers that cannot be asked. */
async function analyze(
  name: string,
  { prometheus, alertmanager, days, step, json }: AnalyzeOptions,
  { project, print, warn, now, variables, waiting, retry }: Surroundings,
): Promise<void> {
  const deployment = project().deployment(name);
  const { dataSources, alerting } = deployment.environment;
  const url =
    prometheus ?? dataSources["prometheus"] ?? "http://localhost:9090";
  const history = await waiting(
    `Prometheus at ${url}`,
    alertHistory({
      ...retry,
      url,
      ...authorized(variables["PROMETHEUS_AUTHORIZATION"]),
      end: now(),
      days,
      stepSeconds: step,
    }),
  );
  if (history.firing.length === 0 && alerting.evaluator === "grafana") {
    warn(
      `Grafana evaluates the rules of ${name}, and this Prometheus recorded none of them: every alert looks as if it never fired\n`,
    );
  }
  const server =
    alertmanager ?? dataSources["alertmanager"] ?? "http://localhost:9093";
  const client = alertmanagerClient({
    ...retry,
    url: server,
    ...authorized(variables["ALERTMANAGER_AUTHORIZATION"]),
  });
  const [current, silences] = await waiting(
    `Alertmanager at ${server}`,
    Promise.all([client.alerts(), client.silences()]),
  );
  const report = analysisReport({
    environment: name,
    rules: analysedRules(deployment),
    history,
    current,
    silences: silences.filter(({ state }) => state !== "expired"),
  });
  print(
    json ? `${JSON.stringify(report, null, 2)}\n` : analysisMarkdown(report),
  );
}

function authorized(authorization: string | undefined): {
  readonly authorization?: string;
} {
  return authorization === undefined ? {} : { authorization };
}

function positive(option: string) {
  return (text: string): number => {
    const value = Number(text);
    if (!(value > 0)) {
      throw new Error(`${option} must be a number above 0, got "${text}"`);
    }
    return value;
  };
}
