import { duplicateNameProblems } from "../internal/duplicates";
import { problemsAt, type Problem } from "../internal/problem";
import type { DeployedSystem } from "../model/deployment";
import { got } from "./rule-table";

/** What is wrong with the names of a system's groups: together they share a folder in Grafana and a file of Prometheus. */
export function groupNameProblems({
  alertGroups,
  recordingGroups,
}: Pick<
  DeployedSystem,
  "alertGroups" | "recordingGroups"
>): readonly Problem[] {
  const names = [...alertGroups, ...recordingGroups].map(({ name }) => name);
  return [
    ...duplicateNameProblems("group", names),
    ...names.flatMap((name) =>
      problemsAt(`group "${name}"`, [
        ["name", name === "", `'name' must not be empty, ${got(name)}`],
      ]),
    ),
  ];
}
