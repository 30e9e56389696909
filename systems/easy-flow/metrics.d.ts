import type { Metric } from "monitoring-as-code";
/** Everything that the services expose. */
export declare const metrics: readonly Metric[];
