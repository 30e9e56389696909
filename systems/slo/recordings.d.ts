import type { RecordingGroup } from "monitoring-as-code";
/** Beside what every SLO records of itself: the journey, and indicators without an objective. */
export declare const recordingGroups: readonly RecordingGroup[];
