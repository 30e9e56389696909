import type { Metric } from "monitoring-as-code";
export declare const metrics: readonly Metric[];
