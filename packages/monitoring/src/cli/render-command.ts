import { join } from "node:path";
import { Command } from "commander";
import {
  alertmanagerConfig,
  type AlertmanagerVersion,
} from "../outputs/alertmanager/config";
import { helmValues } from "../outputs/helm/helm-values";
import { ruleFiles } from "../outputs/prometheus/rule-files";
import { scrapeConfig } from "../outputs/prometheus/scrape-config";
import { checkedDeploymentNamed } from "./environment-argument";
import { writeDirectory } from "./write-directory";

interface RenderOptions {
  readonly out: string;
  readonly alertmanagerVersion?: AlertmanagerVersion;
}

/** What the command needs of the world. */
export interface RenderSurroundings {
  readonly output: (text: string) => void;
  /** Gets what an older Alertmanager is not told, line by line. */
  readonly warn: (line: string) => void;
}

/**
 * `npm run render -- <environment>`: writes the files that Prometheus, Alertmanager and Helm read, and their paths to
 * `output`. Throws on an unknown environment, and where the model does not hold, before anything is written.
 */
export async function render(
  args: readonly string[],
  { output, warn }: RenderSurroundings,
): Promise<void> {
  const command = new Command("render")
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
    .showHelpAfterError()
    .parse(args, { from: "user" });
  const [name = ""] = command.args;
  const { out, alertmanagerVersion } = command.opts<RenderOptions>();
  const deployment = checkedDeploymentNamed(name);
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
  output(files.map(({ path }) => `${join(directory, path)}\n`).join(""));
  for (const line of alertmanager.omitted) warn(`alertmanager.yml: ${line}`);
}
