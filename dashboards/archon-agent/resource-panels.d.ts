import { type Panel } from "monitoring-as-code/dashboards";
export declare function saturation(): readonly Panel[];
export declare function languageModel(): readonly Panel[];
export declare function traffic(): readonly Panel[];
export declare function health(): readonly Panel[];
export declare function logsAndTraces(): readonly Panel[];
