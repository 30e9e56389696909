import type { Metric } from "monitoring-as-code";
/** What the sample application and the batch jobs on the hosts expose; all else comes from exporters. */
export declare const metrics: readonly Metric[];
