import type {
  DeployedRecording,
  DeployedRecordingGroup,
} from "../model/deployment";
import {
  durationProblems,
  problemsInGroup,
  problemsInLabels,
  problemsInNames,
} from "./rule-group-problems";
import { brokenRules, got } from "./rule-table";

/**
 * How a recording rule is called in Grafana. Rules of one metric differ in labels only, but titles are unique in a
 * folder, so the uid is part of them.
 */
export function recordingTitle({ record, uid }: DeployedRecording): string {
  return `${record} (${uid})`;
}

/** What Grafana refuses of a group of recording rules. */
export function problemsInRecordingGroup({
  name,
  interval,
  recordings,
}: DeployedRecordingGroup): readonly string[] {
  return [
    ...problemsInGroup(
      name,
      interval,
      recordings.map((recording) => ({
        uid: recording.uid,
        title: recordingTitle(recording),
      })),
    ),
    ...recordings.flatMap((recording) =>
      problemsInRecording(recording).map(
        (problem) => `recording "${recording.record}": ${problem}`,
      ),
    ),
  ];
}

function problemsInRecording(recording: DeployedRecording): readonly string[] {
  const { uid, record, expr, labels, lookback } = recording;
  return [
    ...problemsInNames({ uid, title: recordingTitle(recording) }),
    ...brokenRules([
      [
        !/^[a-zA-Z_:][a-zA-Z0-9_:]*$/.test(record),
        `'record' must be the name of a metric (letters, digits, _ and :), ${got(record)}`,
      ],
      [expr.trim() === "", `'expr' must not be empty, ${got(expr)}`],
    ]),
    ...durationProblems("lookback", lookback),
    ...problemsInLabels(labels, false),
  ];
}
