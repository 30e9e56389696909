import { join } from "node:path";
import { Command } from "commander";
import pc from "picocolors";
import {
  alertmanagerConfig,
  type AlertmanagerVersion,
} from "../lib/alertmanager/config";
import { helmValues } from "../lib/platform/helm-values";
import { ruleFiles } from "../lib/prometheus/rule-files";
import { scrapeConfig } from "../lib/prometheus/scrape-config";
import { provenDeploymentNamed } from "./environment-argument";
import { writeDirectory } from "./write-directory";

interface RenderOptions {
  readonly out: string;
  readonly alertmanagerVersion?: AlertmanagerVersion;
}

const program = new Command("render")
  .description(
    "writes rule files, prometheus.yml, alertmanager.yml and Helm values of an environment",
  )
  .argument("<environment>", "local, dev, staging or prod")
  .option(
    "--out <directory>",
    "where a directory per environment is written",
    join("cdktf.out", "prometheus"),
  )
  .option(
    "--alertmanager-version <version>",
    "the oldest Alertmanager that must accept alertmanager.yml, such as 0.25",
  )
  .showHelpAfterError();

async function run(
  name: string,
  { out, alertmanagerVersion }: RenderOptions,
): Promise<void> {
  const deployment = provenDeploymentNamed(name);
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
  const directory = join(out, environment.name);
  await writeDirectory(directory, files);
  for (const { path } of files) console.log(join(directory, path));
  for (const line of alertmanager.omitted) {
    console.error(pc.yellow(`alertmanager.yml: ${line}`));
  }
}

program.action(run);
program.parseAsync().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
