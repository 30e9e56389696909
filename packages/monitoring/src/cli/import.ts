import { Option, type Command } from "commander";
import type { evaluateSource } from "../import/evaluate-source";
import { importAsset, type ImportOptions } from "../import/import-asset";
import { severities, type Severity } from "../model/severity";
import { exitCodes } from "./exit-codes";
import type { Surroundings } from "./surroundings";

export function configure(
  command: Command,
  { project, print }: Surroundings,
  evaluate?: typeof evaluateSource,
): void {
  exitCodes(command)
    .description(
      "writes the TypeScript of a dashboard, a rule file or an alertmanager.yml, and proves that it renders to them again",
    )
    .argument("<file>", "dashboard.json, rules.yml or alertmanager.yml")
    .option("--system <id>", "the system that dashboard or rules belong to")
    .option("--name <name>", "of the files, kebab-case; the file's without it")
    .option(
      "--environment <name>",
      "whose addresses the file has; the first that fits without it",
    )
    .option("--team <team>", "who answers for alerts without a label team")
    .option(
      "--severity <meaning>",
      "what another severity stands for: page=critical; =warning for none; repeatable",
      severityMeaning,
      {},
    )
    .addOption(
      new Option("--language <language>", "of the rules' queries").choices([
        "promql",
        "logql",
      ]),
    )
    .option("--register", "adds what was written to the system's lists")
    .option("--force", "overwrites files that are there")
    .option("--dry-run", "prints the files instead of writing them")
    .option("--json", "the report as one JSON object")
    .action((file: string, options: ImportOptions) =>
      importAsset(file, options, {
        project: project(),
        print,
        ...(evaluate === undefined ? {} : { evaluate }),
      }),
    );
}

function severityMeaning(
  text: string,
  others: Readonly<Record<string, Severity>>,
): Readonly<Record<string, Severity>> {
  const at = text.lastIndexOf("=");
  const meant = severities.find((severity) => severity === text.slice(at + 1));
  if (at < 0 || meant === undefined)
    throw new Error(
      `--severity must be <value>=${severities.join("|")}, got "${text}"`,
    );
  return { ...others, [text.slice(0, at)]: meant };
}
