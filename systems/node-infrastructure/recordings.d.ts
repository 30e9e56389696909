import type { RecordingGroup } from "monitoring-as-code";
/** Shares are recorded from 0 to 1 everywhere; only texts and gauges turn them into percent. */
export declare const recordingGroups: readonly RecordingGroup[];
