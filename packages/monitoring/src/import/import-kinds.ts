import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, isAbsolute, join, resolve } from "node:path";
import { alertmanagerRoundTrip } from "./alertmanager/alertmanager-round-trip";
import { importAlertmanager } from "./alertmanager/import-alertmanager";
import type {
  AlertmanagerImportOptions,
  TemplateFile,
} from "./alertmanager/import-options";
import { exportedNotifications } from "./alertmanager/notifications-source";
import {
  dashboardRoundTrip,
  importDashboard,
} from "./dashboard/import-dashboard";
import { unlisted, type Difference } from "./difference";
import type { ImportedFile, Unexpressed } from "./import-result";
import type { Registration } from "./registration";
import type { RulesImportOptions } from "./rules/import-options";
import { importRules } from "./rules/import-rules";
import type { RuleGroups } from "./rules/imported-groups";
import {
  exportedAlerts,
  exportedRecordings,
  type ExportedGroups,
} from "./rules/rule-source";
import { rulesRoundTrip } from "./rules/rules-round-trip";
import type { Dashboard } from "../model/dashboard";
import type { RootNotifications } from "../model/notifications";
import type { ModuleExports } from "./evaluate-source";

/** What is known of a file that was imported, before it is proven. */
export interface PreparedImport {
  readonly files: readonly ImportedFile[];
  readonly unexpressed: readonly Unexpressed[];
  readonly toComplete: readonly Unexpressed[];
  readonly registrations: readonly Registration[];
  /** What to do where nothing can be registered. */
  readonly hint?: string;
  /** Differences from the original of what the files export, as `load` evaluates them. */
  readonly roundTrip: (
    load: (path: string) => Promise<ModuleExports>,
  ) => Promise<readonly Difference[]>;
}

/** A rule file. */
export function prepareRules(
  text: string,
  options: RulesImportOptions,
): PreparedImport {
  const result = importRules(text, options);
  const alerts = exportedAlerts(options);
  const recordings = exportedRecordings(options);
  const isWritten = ({ path }: ExportedGroups): boolean =>
    result.files.some((file) => file.path === path);
  return {
    ...result,
    registrations: [
      ...(isWritten(alerts)
        ? [ruleRegistration(options.system, "alerts", "alertGroups", alerts)]
        : []),
      ...(isWritten(recordings)
        ? [
            ruleRegistration(
              options.system,
              "recordings",
              "recordingGroups",
              recordings,
            ),
          ]
        : []),
    ],
    roundTrip: async (load) => {
      const exported = async (groups: ExportedGroups): Promise<unknown> =>
        isWritten(groups) ? (await load(groups.path))[groups.constant] : [];
      const written = {
        alertGroups: await exported(alerts),
        recordingGroups: await exported(recordings),
      } as RuleGroups;
      return rulesRoundTrip(written, text, options, [
        ...result.unexpressed,
        ...result.toComplete,
      ]);
    },
  };
}

function ruleRegistration(
  system: string,
  file: string,
  list: string,
  { path, constant }: ExportedGroups,
): Registration {
  const statement = `import { ${constant} } from "./${basename(path, ".ts")}";`;
  return {
    files: [file, "index"].map((name) => ({
      path: `systems/${system}/${name}.ts`,
      statement,
    })),
    list,
    element: `...${constant}`,
  };
}

/** A configuration of Alertmanager at `path`, beside which its templates lie. */
export function prepareAlertmanager(
  text: string,
  path: string,
  given: Omit<AlertmanagerImportOptions, "readTemplates">,
): PreparedImport {
  const options: AlertmanagerImportOptions = {
    ...given,
    readTemplates: (pattern) => templatesAt(dirname(path), pattern),
  };
  const result = importAlertmanager(text, options);
  const exported = exportedNotifications(options.name);
  return {
    ...result,
    registrations: [],
    hint: `to make it the root of every environment: export { ${exported.constant} as rootNotifications } from "./${options.name}" in notifications/index.ts`,
    roundTrip: async (load) =>
      alertmanagerRoundTrip(
        (await load(exported.path))[exported.constant] as RootNotifications,
        result.smtp,
        text,
        options,
        result.unexpressed,
      ),
  };
}

/** The files that a pattern means; those of a server are looked for by their name beside the configuration. */
function templatesAt(folder: string, pattern: string): readonly TemplateFile[] {
  const wanted = isAbsolute(pattern) ? pattern : resolve(folder, pattern);
  const places = [dirname(wanted), folder, join(folder, "templates")];
  const form = new RegExp(
    `^${basename(wanted)
      .split("*")
      .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"))
      .join(".*")}$`,
  );
  for (const place of places) {
    const names = existsSync(place)
      ? readdirSync(place, { withFileTypes: true })
          .filter((entry) => entry.isFile() && form.test(entry.name))
          .map(({ name }) => name)
          .sort()
      : [];
    if (names.length > 0)
      return names.map((name) => ({
        path: name,
        content: readFileSync(join(place, name), "utf8"),
      }));
  }
  return [];
}

/** A dashboard. */
export function prepareDashboard(
  text: string,
  { system, name }: { readonly system: string; readonly name: string },
): PreparedImport {
  const original: unknown = JSON.parse(text);
  const result = importDashboard(original, { system, name });
  const [file] = result.files;
  if (file === undefined) throw new Error("nothing came of the dashboard");
  const constant = /export const (\w+)/.exec(file.content)?.[1] ?? "";
  return {
    ...result,
    toComplete: [],
    registrations: [
      {
        files: [
          {
            path: `systems/${system}/index.ts`,
            statement: `import { ${constant} } from "../../${file.path.replace(/\.ts$/, "")}";`,
          },
        ],
        list: "dashboards",
        element: constant,
      },
    ],
    roundTrip: async (load) => {
      const dashboard = (await load(file.path))[constant] as Dashboard;
      // As it is deployed: as JSON, which has no undefined.
      const rendered: unknown = JSON.parse(JSON.stringify(dashboard.model));
      return unlisted(
        dashboardRoundTrip(rendered, original),
        result.unexpressed,
      );
    },
  };
}
