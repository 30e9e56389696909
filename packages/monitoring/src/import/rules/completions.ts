import { duplicatesIn } from "../../internal/duplicates";
import { refusedBy } from "../../internal/problem";
import {
  alertGroupProblems,
  type AlertContext,
} from "../../rules/alert-group-problems";
import { recordingGroupProblems } from "../../rules/recording-group-problems";
import {
  deployedAlertGroups,
  deployedRecordingGroups,
} from "../../deployment/rules";
import type { Unexpressed } from "../import-result";
import type { RuleGroups } from "./imported-groups";
import { scopeOf, type RulesImportOptions } from "./import-options";

const why = "synthesis refuses it until that is changed";

/** What the reader of the alerts lists already, with its place in the file. */
const missing = /'(team|summary|description)' must not be empty/;

/**
 * What synthesis would refuse of groups that were taken over as they are: intervals that Grafana does not keep, names
 * that are doubled in the system, templates that it does not expand. Paths are those of what was written, not of the file.
 */
export function completions(
  { alertGroups, recordingGroups }: RuleGroups,
  options: RulesImportOptions,
): readonly Unexpressed[] {
  const { system, environment } = options;
  const scope = scopeOf(options);
  const rules = {
    systemId: system,
    ...(scope === undefined ? {} : { scope }),
    environment,
  };
  const server: AlertContext = {
    grafanaVersion: environment.grafana.version,
    datasources: ["prometheus", "loki"],
  };
  const alerts = deployedAlertGroups(alertGroups, rules);
  const recordings = deployedRecordingGroups(recordingGroups, rules);
  const uids = [
    ...alerts.flatMap((group) => group.alerts),
    ...recordings.flatMap((group) => group.recordings),
  ].map(({ uid }) => uid);
  return [
    ...alerts.flatMap((group) =>
      refusedBy("grafana", alertGroupProblems(group, server))
        .filter((what) => !missing.test(what))
        .map((what) => ({
          path: `group "${group.name}"`,
          what,
          why,
        })),
    ),
    ...recordings.flatMap((group) =>
      refusedBy("grafana", recordingGroupProblems(group)).map((what) => ({
        path: `group "${group.name}"`,
        what,
        why,
      })),
    ),
    ...duplicatesIn(uids).map((uid) => ({
      path: "system",
      what: `two rules with the uid ${uid}`,
      why: "the names of a system's alerts are unique, and so are the labels of recordings of one name; rename one or merge them",
    })),
    ...alertGroups
      .flatMap((group) => group.alerts)
      .filter(({ alert }) => !/^[A-Z][A-Za-z0-9]*$/.test(alert))
      .map(({ alert }) => ({
        path: `alert "${alert}"`,
        what: `alert "${alert}"`,
        why: "alerts have CamelCase names here; renaming changes the label alertname, which routes may read",
      })),
  ];
}
