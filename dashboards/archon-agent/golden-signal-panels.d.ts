import { type Panel } from "monitoring-as-code/dashboards";
/** The four golden signals, each a number. */
export declare function goldenSignals(): readonly Panel[];
export declare function rates(): readonly Panel[];
export declare function errors(): readonly Panel[];
export declare function durations(): readonly Panel[];
