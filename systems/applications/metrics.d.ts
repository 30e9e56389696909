import type { Metric } from "monitoring-as-code";
/** What every application behind the job `custom-app` exposes. */
export declare const metrics: readonly Metric[];
