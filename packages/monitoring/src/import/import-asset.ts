import { existsSync, readFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { assetKind, type AssetKind } from "./asset-kind";
import { differenceText } from "./difference";
import { itemTable } from "./import-report";
import { registered, registrationText } from "./registration";
import { systemOf } from "./rules/system-label";
import type { Environment } from "../model/environment";
import { kebabCase } from "../model/uid";
import type { MonitoredSystem } from "../model/monitored-system";
import type { Severity } from "../model/severity";
import type { OpenProject } from "../project/open-project";
import { evaluateSource, type ModuleExports } from "./evaluate-source";
import { formatSource } from "./format-source";
import {
  prepareAlertmanager,
  prepareDashboard,
  prepareRules,
  type PreparedImport,
} from "./import-kinds";
import type { RuleLanguage } from "./rules/canonical-expr";
import type { DirectoryFile } from "../internal/write-directory";
import { writeNewFiles } from "../internal/write-new-files";

/** How a file is imported. */
export interface ImportOptions {
  readonly system?: string;
  readonly name?: string;
  readonly environment?: string;
  readonly team?: string;
  readonly severity: Readonly<Record<string, Severity>>;
  readonly language?: RuleLanguage;
  readonly register?: true;
  readonly force?: true;
  readonly dryRun?: true;
  readonly json?: true;
}

export interface ImportSurroundings {
  readonly project: OpenProject;
  readonly print: (text: string) => void;
  /** Runs what would be written. @default evaluateSource */
  readonly evaluate?: typeof evaluateSource;
}

/** This many differences are enough to see what is wrong. */
const shownDifferences = 20;

/**
 * Writes the TypeScript of a dashboard, a rule file or an alertmanager.yml. What is written is evaluated and rendered first;
 * where that is not the original again, but for what is listed, nothing is written. Throws on a file that is none of the
 * three, or says something wrong.
 */
export async function importAsset(
  path: string,
  options: ImportOptions,
  { project, print, evaluate = evaluateSource }: ImportSurroundings,
): Promise<void> {
  const root = project.folder;
  if (!existsSync(path)) throw new Error(`there is no file ${path}`);
  const text = readFileSync(path, "utf8");
  const kind = assetKind(text);
  const prepared = prepare(kind, text, path, options, project);
  if (prepared.files.length === 0)
    throw new Error(
      `nothing of ${path} can be said here, so nothing is written:\n${itemTable(prepared.unexpressed)}`,
    );
  const files = await formatted(prepared.files);
  await prove(prepared, (entry) => evaluate(files, entry, root));
  const edited =
    options.register === true
      ? await formatted(
          registered(prepared.registrations, (file) =>
            existsSync(join(root, file))
              ? readFileSync(join(root, file), "utf8")
              : undefined,
          ),
        )
      : [];
  const isWritten = options.dryRun !== true;
  if (isWritten) {
    await writeNewFiles(root, files, options.force === true);
    await writeNewFiles(root, edited, true);
  }
  print(
    options.json === true
      ? jsonReport(kind, prepared, [...files, ...edited], isWritten)
      : textReport(prepared, files, edited, isWritten),
  );
}

function prepare(
  kind: AssetKind,
  text: string,
  path: string,
  options: ImportOptions,
  project: OpenProject,
): PreparedImport {
  const name = options.name ?? kebabCase(basename(path, extname(path)));
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
    throw new Error(
      `--name must be kebab-case, such as "checkout", got "${name}"`,
    );
  const environment = environmentFor(text, options, project);
  switch (kind) {
    case "alertmanager":
      return prepareAlertmanager(text, path, {
        name,
        environment,
        smtp: project.content.environments.flatMap((known: Environment) =>
          known.alerting.smtp === undefined ? [] : [known.alerting.smtp],
        ),
      });
    case "rules": {
      const system = knownSystem(options.system ?? systemOf(text), project);
      return prepareRules(text, {
        name,
        environment,
        system: system.id,
        severities: options.severity,
        ...(system.observes === undefined ? {} : { observes: system.observes }),
        ...(project.content.scope === undefined
          ? {}
          : { scope: project.content.scope }),
        ...(options.team === undefined ? {} : { team: options.team }),
        ...(options.language === undefined
          ? {}
          : { language: options.language }),
      });
    }
    case "dashboard": {
      const { id } = knownSystem(options.system, project);
      return prepareDashboard(text, { system: id, name });
    }
  }
}

function knownSystem(
  id: string | undefined,
  { content: { systems } }: OpenProject,
): MonitoredSystem {
  const known = systems.map((system) => system.id).join(", ");
  if (id === undefined)
    throw new Error(
      `--system must say whose it is, the file does not: one of ${known}`,
    );
  const system = systems.find((candidate) => candidate.id === id);
  if (system === undefined)
    throw new Error(
      `--system must be one of ${known}, got "${id}": npx monitoring new system ${id} writes it`,
    );
  return system;
}

/** The environment that is named, or the first whose addresses stand in the file. */
function environmentFor(
  text: string,
  options: ImportOptions,
  project: OpenProject,
): Environment {
  if (options.environment !== undefined)
    return project.environment(options.environment);
  const all: readonly Environment[] = project.content.environments;
  const found = all.find(({ grafana }) => text.includes(grafana.url)) ?? all[0];
  if (found === undefined) throw new Error("the project has no environment");
  return found;
}

async function formatted(
  files: readonly DirectoryFile[],
): Promise<readonly DirectoryFile[]> {
  return Promise.all(
    files.map(async ({ path, content }) => ({
      path,
      content: await formatSource(content),
    })),
  );
}

async function prove(
  { roundTrip }: PreparedImport,
  load: (path: string) => Promise<ModuleExports>,
): Promise<void> {
  const differences = await roundTrip(load);
  if (differences.length === 0) return;
  const lines = differences
    .slice(0, shownDifferences)
    .map((difference) => `- ${differenceText(difference)}`);
  throw new Error(
    `what would be written is not the original in ${differences.length} places, so nothing is; this is a defect of the import:\n${lines.join("\n")}`,
  );
}

function textReport(
  { unexpressed, toComplete, registrations, hint }: PreparedImport,
  files: readonly DirectoryFile[],
  edited: readonly DirectoryFile[],
  isWritten: boolean,
): string {
  const named = isWritten
    ? [
        ...files.map(({ path }) => `wrote ${path}`),
        ...edited.map(({ path }) => `changed ${path}`),
      ]
    : [...files, ...edited].map(
        ({ path, content }) => `// ${path}\n${content}`,
      );
  const table = (
    title: string,
    items: PreparedImport["unexpressed"],
  ): readonly string[] =>
    items.length === 0 ? [] : [`\n${title}\n${itemTable(items)}`];
  const toAdd =
    edited.length > 0
      ? []
      : [
          ...registrations.map(
            (registration) =>
              `to add, or --register adds it: ${registrationText(registration)}`,
          ),
          ...(hint === undefined ? [] : [hint]),
        ];
  return [
    ...named,
    `rendered again it is the original${unexpressed.length > 0 ? ", but for what is listed here" : ""}`,
    ...table("What the original says and the files do not:", unexpressed),
    ...table("To complete:", toComplete),
    ...toAdd,
    "",
  ].join("\n");
}

function jsonReport(
  kind: AssetKind,
  { unexpressed, toComplete, registrations, hint }: PreparedImport,
  files: readonly DirectoryFile[],
  isWritten: boolean,
): string {
  return `${JSON.stringify(
    {
      kind,
      written: isWritten,
      files: isWritten ? files.map(({ path }) => ({ path })) : files,
      unexpressed,
      toComplete,
      toAdd: [
        ...registrations.map(registrationText),
        ...(hint === undefined ? [] : [hint]),
      ],
    },
    null,
    2,
  )}\n`;
}
