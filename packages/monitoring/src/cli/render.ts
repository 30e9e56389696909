import { join } from "node:path";
import type { Command } from "commander";
import { createColors } from "picocolors";
import { writeDirectory } from "../internal/write-directory";
import {
  alertmanagerConfig,
  type AlertmanagerVersion,
} from "../outputs/alertmanager/config";
import { helmValues } from "../outputs/helm/helm-values";
import { ruleFiles } from "../outputs/prometheus/rule-files";
import { scrapeConfig } from "../outputs/prometheus/scrape-config";
import { environmentArgument } from "./environment-argument";
import { exitCodes } from "./exit-codes";
import { folderOr } from "./folders";
import type { Surroundings } from "./surroundings";

interface RenderOptions {
  readonly out?: string;
  readonly alertmanagerVersion?: AlertmanagerVersion;
}

export function configure(command: Command, surroundings: Surroundings): void {
  exitCodes(command)
    .description(
      "writes rule files, prometheus.yml, alertmanager.yml and Helm values of an environment, and prints their paths",
    )
    .addArgument(environmentArgument())
    .option(
      "--out <dir>",
      "where a folder per environment is written (default: cdktf.out/prometheus of the project)",
    )
    .option(
      "--alertmanager-version <version>",
      "the oldest Alertmanager that must accept alertmanager.yml, such as 0.25",
    )
    .action((name: string, options: RenderOptions) =>
      render(name, options, surroundings),
    );
}

/** Throws on an unknown environment, and where the model does not hold, before anything is written. */
async function render(
  name: string,
  { out, alertmanagerVersion }: RenderOptions,
  { project, print, warn, isColored }: Surroundings,
): Promise<void> {
  const deployment = project().checkedDeployment(name);
  const { notifications, environment } = deployment;
  const alertmanager = alertmanagerConfig(
    notifications,
    environment,
    alertmanagerVersion,
  );
  const files = [
    ...ruleFiles(deployment),
    scrapeConfig(deployment),
    helmValues(environment),
    ...alertmanager.files,
  ];
  const directory = join(
    folderOr(out, project, "cdktf.out", "prometheus"),
    environment.name,
  );
  await writeDirectory(directory, files);
  print(files.map(({ path }) => `${join(directory, path)}\n`).join(""));
  const { yellow } = createColors(isColored);
  for (const line of alertmanager.omitted)
    warn(`${yellow(`alertmanager.yml: ${line}`)}\n`);
}
