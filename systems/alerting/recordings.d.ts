import type { RecordingGroup } from "monitoring-as-code";
/** Computed ahead, so that neither the alerts every 30 seconds nor the month scan what every instance exposes. */
export declare const recordingGroups: readonly RecordingGroup[];
