import type { AlertGroup, AlertRule } from "../../model/alert-rule";
import type { Duration } from "../../model/duration";
import type { Labels } from "../../model/labels";
import type { RecordingGroup, RecordingRule } from "../../model/recording-rule";
import { parsePromql } from "../../queries/promql/parse";
import { checkLogql } from "../../queries/logql/check";
import { ImportProblems } from "../import-problems";
import type { ImportResult, Unexpressed } from "../import-result";
import { readYaml } from "../read-yaml";
import type { RuleLanguage } from "./canonical-expr";
import type { RulesImportOptions } from "./import-options";
import type { RuleGroups } from "./imported-groups";
import { readAlert } from "./read-alert";
import { readRecording } from "./read-recording";
import { ruleDocument, wrappingItems, type RawGroup } from "./rule-document";
import { mixedPath, sortedGroups, type SortedGroup } from "./rule-groups";
import {
  listUnknown,
  readDuration,
  textMap,
  type RuleReading,
} from "./rule-reading";
import { ruleFilesSource } from "./rule-source";
import { completions } from "./completions";
import { foreignComments } from "./rule-comments";

/** A rule file as TypeScript. */
export interface RulesImport extends ImportResult {
  readonly kind: "rules";
  /** What the files say. */
  readonly groups: RuleGroups;
  /** What somebody has to write who knows it: the file does not say it, or this project does not take it. */
  readonly toComplete: readonly Unexpressed[];
}

/**
 * Turns a rule file of Prometheus, Thanos, Mimir or Loki into files of `systems/<system>/`. What the model cannot say is
 * listed. Throws, all problems in one message with path and value, where the file is no rule file, a query does not parse,
 * a rule is both an alert and a recording or neither, or a severity is none of this project's.
 */
export function importRules(
  text: string,
  options: RulesImportOptions,
): RulesImport {
  const problems = new ImportProblems();
  const { documents, comments } = readYaml(text);
  const { groups: raw, wrapping } = ruleDocument(documents, problems);
  const language = options.language ?? languageOf(raw);
  const unexpressed: Unexpressed[] = [
    ...wrappingItems(wrapping),
    ...foreignComments(comments, options.system),
  ];
  const toComplete: Unexpressed[] = [];
  const reading = { options, language, problems, unexpressed, toComplete };
  const groups = readGroups(sortedGroups(raw), reading);
  problems.throwIfAny("rule file");
  const leftOut = raw
    .flatMap(({ rules }) => rules)
    .filter(({ path }) => unexpressed.some((item) => item.path === path));
  const isOfWritten = ({ path }: Unexpressed): boolean =>
    !leftOut.some((rule) => path.startsWith(`${rule.path}.`));
  return {
    kind: "rules",
    groups,
    files: ruleFilesSource(groups, options),
    unexpressed: unexpressed.filter(isOfWritten),
    toComplete: [
      ...toComplete.filter(isOfWritten),
      ...completions(groups, options),
    ],
  };
}

/** LogQL where a query is that and no PromQL, otherwise PromQL. */
export function languageOf(groups: readonly RawGroup[]): RuleLanguage {
  const isLogql = groups
    .flatMap(({ rules }) => rules)
    .some(
      ({ fields: { expr } }) =>
        typeof expr === "string" &&
        parsePromql(expr).problems.length > 0 &&
        checkLogql(expr).valid,
    );
  return isLogql ? "logql" : "promql";
}

function readGroups(
  sorted: readonly SortedGroup[],
  reading: RuleReading,
): RuleGroups {
  const alertGroups: AlertGroup[] = [];
  const recordingGroups: RecordingGroup[] = [];
  for (const group of sorted) {
    const { interval, shared } = readGroupFields(group, reading);
    const alerts = group.alerts.flatMap((rule): readonly AlertRule[] => {
      if ("record" in rule.fields) {
        reading.problems.say(
          rule.path,
          `must be an alert or a recording, got both: alert ${JSON.stringify(rule.fields.alert)} and record ${JSON.stringify(rule.fields.record)}`,
        );
        return [];
      }
      return listOf(readAlert(rule, shared, reading));
    });
    const recordings = group.recordings.flatMap(
      (rule): readonly RecordingRule[] => {
        if (!("record" in rule.fields)) {
          reading.problems.say(
            rule.path,
            `must be an alert or a recording, got neither: ${Object.keys(rule.fields).join(", ") || "nothing"}`,
          );
          return [];
        }
        return listOf(readRecording(rule, shared, reading));
      },
    );
    if (group.rules.length === 0)
      reading.unexpressed.push({
        path: group.path,
        what: "a group without rules",
        why: "a group holds at least one rule here",
      });
    // A problem with a rule is an error of its own.
    if (group.rules.length > 0 && alerts.length + recordings.length === 0)
      reading.unexpressed.push({
        path: group.path,
        what: `the group ${JSON.stringify(group.fields)}`,
        why: "none of its rules can be said, so it is left out with them",
      });
    if (alerts.length > 0 && recordings.length > 0)
      reading.unexpressed.push({
        path: mixedPath(group),
        what: "alerts and recordings that are evaluated in turn",
        why: `groups hold one kind here: the recordings are in "${group.recordingsName}", evaluated beside the alerts`,
      });
    const timed = interval === undefined ? {} : { interval };
    if (alerts.length > 0)
      alertGroups.push({ name: group.name, ...timed, alerts });
    if (recordings.length > 0)
      recordingGroups.push({
        name: group.recordingsName,
        ...timed,
        recordings,
      });
  }
  return { alertGroups, recordingGroups };
}

function readGroupFields(
  { fields, path }: SortedGroup,
  reading: RuleReading,
): { interval: Duration | undefined; shared: Labels } {
  const { interval, labels, limit, query_offset, ...unknown } = fields;
  listUnknown(
    {
      ...(limit === undefined || limit === "0" ? {} : { limit }),
      ...(query_offset === undefined ? {} : { query_offset }),
      ...unknown,
    },
    path,
    reading,
  );
  return {
    interval: readDuration(interval, `${path}.interval`, reading),
    shared: textMap(labels, `${path}.labels`, reading.problems),
  };
}

function listOf<Item>(item: Item | undefined): readonly Item[] {
  return item === undefined ? [] : [item];
}
