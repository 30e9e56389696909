import type { Metric } from "monitoring-as-code";
/** What the four services expose themselves; the gateway says `route` where the others say `endpoint`. */
export declare const metrics: readonly Metric[];
