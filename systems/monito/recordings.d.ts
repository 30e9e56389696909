import type { RecordingGroup } from "monitoring-as-code";
/** What an alert and a panel share. */
export declare const recordingGroups: readonly RecordingGroup[];
