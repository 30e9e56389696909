import { problemsAt, type Problem } from "../internal/problem";
import type {
  DeployedRecording,
  DeployedRecordingGroup,
} from "../model/deployment";
import {
  durationRow,
  labelRows,
  ruleGroupProblems,
  ruleNameRows,
} from "./rule-group-problems";
import { got } from "./rule-table";

/**
 * How a recording rule is called in Grafana. Rules of one metric differ in labels only, but titles are unique in a
 * folder, so the uid is part of them.
 */
export function recordingTitle({ record, uid }: DeployedRecording): string {
  return `${record} (${uid})`;
}

/** What a server refuses of a group of recording rules. */
export function recordingGroupProblems(
  group: DeployedRecordingGroup,
): readonly Problem[] {
  return [
    ...recordingGroupOwnProblems(group),
    ...group.recordings.flatMap(recordingProblems),
  ];
}

/** What a server refuses of a group of recording rules as such. */
export function recordingGroupOwnProblems({
  name,
  interval,
  recordings,
}: DeployedRecordingGroup): readonly Problem[] {
  return ruleGroupProblems(
    name,
    interval,
    recordings.map((recording) => ({
      uid: recording.uid,
      title: recordingTitle(recording),
    })),
  );
}

/** What a server refuses of one recording rule. */
export function recordingProblems(
  recording: DeployedRecording,
): readonly Problem[] {
  const { uid, record, expr, labels, lookback } = recording;
  return problemsAt(`recording "${record}"`, [
    ...ruleNameRows({ uid, title: recordingTitle(recording) }),
    [
      "record",
      !/^[a-zA-Z_:][a-zA-Z0-9_:]*$/.test(record),
      `'record' must be the name of a metric (letters, digits, _ and :), ${got(record)}`,
    ],
    ["empty", expr.trim() === "", `'expr' must not be empty, ${got(expr)}`],
    durationRow("lookback", lookback),
    ...labelRows(labels, false),
  ]);
}
