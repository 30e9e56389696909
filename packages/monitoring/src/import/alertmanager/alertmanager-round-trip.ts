import { alertmanagerConfig } from "../../outputs/alertmanager/config";
import { notificationsOf } from "../../deployment/notifications";
import type { SmtpSettings } from "../../model/smtp-settings";
import type { RootNotifications } from "../../model/notifications";
import {
  differencesBetween,
  isMap,
  pathTo,
  unlisted,
  valueAt,
  type Difference,
} from "../difference";
import type { ConfigMap } from "./alertmanager-document";
import { ImportProblems } from "../import-problems";
import type { Unexpressed } from "../import-result";
import { readYaml } from "../read-yaml";
import { importEnvironment } from "./import-alertmanager";
import type { AlertmanagerImportOptions } from "./import-options";
import { newestVersion } from "./newest-version";
import { normalizedConfig } from "./normalized-config";
import { usedTemplates } from "./read-templates";
import { resolvedConfig, type ResolvedConfig } from "./resolved-config";
import { SecretNames } from "./secret-names";

/**
 * Renders `notifications` as alertmanager.yml and templates, for the newest version that rendering knows and with every
 * kind of integration switched on, and gives every difference from the original that is not in `listed`, after both were
 * normalized. None means: what was written says what the original says, but for what is listed.
 */
export function alertmanagerRoundTrip(
  notifications: RootNotifications,
  smtp: SmtpSettings | undefined,
  original: string,
  options: AlertmanagerImportOptions,
  listed: readonly Unexpressed[],
): readonly Difference[] {
  const environment = importEnvironment(options.environment, smtp);
  const { files } = alertmanagerConfig(
    notificationsOf(environment, notifications, []),
    environment,
    newestVersion,
  );
  const [rendered, ...templates] = files;
  const before = resolved(original, options.name);
  const after = resolved(rendered?.content ?? "", options.name);
  const listedPaths = new Set(listed.map(({ path }) => path));
  const leftOut = new Set([
    ...listedPaths,
    ...receiversOf(before, listedPaths),
  ]);
  return unlisted(
    configDifferences(
      normalizedConfig(before, { ...usedTemplates(before, options), leftOut }),
      normalizedConfig(withoutNewNames(after, before), {
        templates: usedTemplates(
          {
            templates: [],
            templateFiles: templates.map(({ path, content }) => ({
              path,
              content,
            })),
          },
          {},
        ).templates,
        missing: [],
        leftOut,
        placeOf: (receiver, section, nth) =>
          before.receivers
            .find(({ name }) => name === receiver)
            ?.entries.filter(
              (entry) => entry.section === section && !leftOut.has(entry.path),
            )[nth]?.index ?? nth,
      }),
    ),
    listed,
  );
}

/** Things with names of their own are found by them: `receivers["on-call"]`. */
const namedLists = new Set(["receivers", "templates", "time_intervals"]);

function configDifferences(
  original: ConfigMap,
  rendered: ConfigMap,
): readonly Difference[] {
  const keysOf = (a: ConfigMap, b: ConfigMap): readonly string[] => [
    ...new Set([...Object.keys(a), ...Object.keys(b)]),
  ];
  return keysOf(original, rendered).flatMap((key) => {
    const one = valueAt(original, key);
    const other = valueAt(rendered, key);
    if (!namedLists.has(key) || !isMap(one) || !isMap(other))
      return differencesBetween(one, other, pathTo("", key));
    return keysOf(one, other).flatMap((name) =>
      differencesBetween(
        valueAt(one, name),
        valueAt(other, name),
        `${key}[${JSON.stringify(name)}]`,
      ),
    );
  });
}

function resolved(text: string, name: string): ResolvedConfig {
  const problems = new ImportProblems();
  const config = resolvedConfig(
    readYaml(text).documents,
    new SecretNames(name),
    problems,
  );
  problems.throwIfAny("alertmanager.yml");
  return config;
}

/** An inhibition has a name here; where the original has none, that says nothing. */
function withoutNewNames(
  rendered: ResolvedConfig,
  original: ResolvedConfig,
): ResolvedConfig {
  return {
    ...rendered,
    inhibitions: rendered.inhibitions.map((rule, index) => {
      if (original.inhibitions[index]?.name !== undefined) return rule;
      const { name: _name, ...others } = rule;
      return others;
    }),
  };
}

/** Receivers of which nothing is rendered get what the root's receiver has: there is nothing to compare. */
function receiversOf(
  { receivers }: ResolvedConfig,
  leftOut: ReadonlySet<string>,
): ReadonlySet<string> {
  return new Set(
    receivers
      .filter(
        ({ path, entries }) =>
          leftOut.has(path) ||
          (entries.length > 0 &&
            entries.every((entry) => leftOut.has(entry.path))),
      )
      .map(({ path }) => path),
  );
}
