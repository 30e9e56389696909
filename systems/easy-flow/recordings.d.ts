import type { RecordingGroup } from "monitoring-as-code";
export declare const recordingGroups: readonly RecordingGroup[];
