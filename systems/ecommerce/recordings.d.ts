import type { RecordingGroup } from "monitoring-as-code";
/** What the API gateway promises, as a ratio. */
export declare const gatewayObjective = 0.999;
/** Ratios that dashboards and reports read; burn alerts have recordings of their own, which come with the SLOs. */
export declare const recordingGroups: readonly RecordingGroup[];
