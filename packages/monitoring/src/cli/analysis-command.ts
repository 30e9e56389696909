import { Command } from "commander";
import { analysisMarkdown, analysisReport } from "../analyze/report";
import { analysedRules } from "../analyze/rule-history";
import { alertHistory } from "./alert-history";
import { alertmanagerClient } from "./alertmanager-client";
import { deploymentNamed } from "./environment-argument";

/** What the command needs of the world around it. */
export interface AnalysisContext {
  readonly print: (text: string) => void;
  readonly warn: (text: string) => void;
  readonly now: () => Date;
  readonly prometheusAuthorization?: string;
  readonly alertmanagerAuthorization?: string;
}

interface AnalysisOptions {
  readonly prometheus?: string;
  readonly alertmanager?: string;
  readonly days: number;
  readonly step: number;
  readonly json?: true;
}

/** Runs `analysis` with its arguments. Throws on bad arguments, and on servers that cannot be asked. */
export async function analysis(
  args: readonly string[],
  context: AnalysisContext,
): Promise<void> {
  const command = new Command("analysis")
    .description(
      "which alerts are noisy, ignored, never fire or lack a runbook",
    )
    .argument("<environment>", "local, dev, staging or prod")
    .option("--prometheus <url>", "instead of the environment's")
    .option("--alertmanager <url>", "instead of the environment's")
    .option("--days <days>", "how far to look back", positive("--days"), 30)
    .option("--step <seconds>", "how closely", positive("--step"), 60)
    .option("--json", "JSON instead of Markdown")
    .showHelpAfterError()
    .exitOverride()
    .parse(args, { from: "user" });
  const [name = ""] = command.args;
  const { prometheus, alertmanager, days, step, json } =
    command.opts<AnalysisOptions>();
  const deployment = deploymentNamed(name);
  const { dataSources, alerting } = deployment.environment;
  const history = await alertHistory({
    url: prometheus ?? dataSources["prometheus"] ?? "http://localhost:9090",
    ...authorized(context.prometheusAuthorization),
    end: context.now(),
    days,
    stepSeconds: step,
  });
  if (history.firing.length === 0 && alerting.evaluator === "grafana") {
    context.warn(
      `Grafana evaluates the rules of ${name}, and this Prometheus recorded none of them: every alert looks as if it never fired\n`,
    );
  }
  const client = alertmanagerClient({
    url: alertmanager ?? dataSources["alertmanager"] ?? "http://localhost:9093",
    ...authorized(context.alertmanagerAuthorization),
  });
  const report = analysisReport({
    environment: name,
    rules: analysedRules(deployment),
    history,
    current: await client.alerts(),
    silences: (await client.silences()).filter(
      ({ state }) => state !== "expired",
    ),
  });
  context.print(
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
