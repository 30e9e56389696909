import {
  deployedAlertGroups,
  deployedRecordingGroups,
} from "../../deployment/rules";
import type { DeployedSystem } from "../../model/deployment";
import type { MonitoredSystem } from "../../model/monitored-system";
import { ruleFiles } from "../../outputs/prometheus/rule-files";
import { differencesBetween, unlisted, type Difference } from "../difference";
import { ImportProblems } from "../import-problems";
import type { Unexpressed } from "../import-result";
import { readYaml } from "../read-yaml";
import { scopeOf, type RulesImportOptions } from "./import-options";
import { languageOf } from "./import-rules";
import type { RuleGroups } from "./imported-groups";
import {
  normalizedRules,
  type NormalizedGroup,
  type RuleNormalization,
} from "./normalized-rules";
import { ruleDocument, type RuleDocument } from "./rule-document";
import { mixedPath, sortedGroups } from "./rule-groups";

/**
 * Renders `groups` as the rule file of the system in `options.environment`, and gives every difference from the original
 * that is not in `listed`, after both were normalized. None means: what was written says what the original says, but for
 * what is listed.
 */
export function rulesRoundTrip(
  groups: RuleGroups,
  original: string,
  options: RulesImportOptions,
  listed: readonly Unexpressed[],
): readonly Difference[] {
  const before = documentOf(original);
  const language = options.language ?? languageOf(before.groups);
  const scope = scopeOf(options);
  const normalization: RuleNormalization = {
    language,
    ...(scope === undefined ? {} : { scope }),
  };
  const paths = new Set(listed.map(({ path }) => path));
  const sorted = sortedGroups(before.groups);
  const isKept = ({ path }: { readonly path: string }): boolean =>
    !paths.has(path);
  const left = sorted.filter(isKept).map((group) => ({
    ...group,
    alerts: group.alerts.filter(isKept),
    recordings: group.recordings.filter(isKept),
  }));
  return unlisted(
    [
      ...Object.entries(before.wrapping).flatMap(([path, value]) =>
        differencesBetween(value, undefined, path),
      ),
      ...left
        .filter(
          ({ alerts, recordings }) =>
            alerts.length > 0 && recordings.length > 0,
        )
        .map((group) => ({
          path: mixedPath(group),
          original: `alerts and recordings in "${group.name}"`,
          rendered: `recordings in "${group.recordingsName}"`,
        })),
      ...groupDifferences(
        normalizedRules(left, normalization),
        normalizedRules(
          sortedGroups(renderedGroups(groups, options, language)),
          normalization,
        ),
      ),
    ],
    listed,
  );
}

function groupDifferences(
  originals: ReadonlyMap<string, NormalizedGroup>,
  rendered: ReadonlyMap<string, NormalizedGroup>,
): readonly Difference[] {
  const keys = new Set([...originals.keys(), ...rendered.keys()]);
  return [...keys].flatMap((key): readonly Difference[] => {
    const original = originals.get(key);
    const copy = rendered.get(key);
    if (original === undefined || copy === undefined) {
      const path = (original ?? copy)?.path ?? key;
      return [{ path, original: original?.fields, rendered: copy?.fields }];
    }
    const length = Math.max(original.rules.length, copy.rules.length);
    return [
      ...differencesBetween(original.fields, copy.fields, original.path),
      ...Array.from({ length }, (_, index) =>
        differencesBetween(
          original.rules[index]?.fields,
          copy.rules[index]?.fields,
          original.rules[index]?.path ?? original.path,
        ),
      ).flat(),
    ];
  });
}

function documentOf(text: string): RuleDocument {
  const problems = new ImportProblems();
  const document = ruleDocument(readYaml(text).documents, problems);
  problems.throwIfAny("rule file");
  return document;
}

function renderedGroups(
  { alertGroups, recordingGroups }: RuleGroups,
  options: RulesImportOptions,
  language: RuleNormalization["language"],
): RuleDocument["groups"] {
  const { system, observes = "own", environment } = options;
  const scope = scopeOf(options);
  const context = {
    systemId: system,
    ...(scope === undefined ? {} : { scope }),
    environment,
  };
  const deployed: DeployedSystem = {
    id: system,
    title: system,
    source: sourceOf({ alertGroups, recordingGroups }, system, observes),
    dashboards: [],
    alertGroups: deployedAlertGroups(alertGroups, context),
    recordingGroups: deployedRecordingGroups(recordingGroups, context),
    slos: [],
  };
  const folder = language === "logql" ? "loki-rules/" : "rules/";
  const file = ruleFiles({ environment, systems: [deployed] }).find(
    ({ path }) => path.startsWith(folder),
  );
  return file === undefined ? [] : documentOf(file.content).groups;
}

function sourceOf(
  groups: RuleGroups,
  id: string,
  observes: "own" | "all",
): MonitoredSystem {
  return {
    id,
    title: id,
    description: id,
    observes,
    jobs: [],
    metrics: [],
    exporters: [],
    dashboards: [],
    slos: [],
    ...groups,
  };
}
