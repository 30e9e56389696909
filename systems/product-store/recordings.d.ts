import type { RecordingGroup } from "monitoring-as-code";
/** Computed ahead for the figures that every service's dashboard repeats. */
export declare const recordingGroups: readonly RecordingGroup[];
