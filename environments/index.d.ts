import type { Environment } from "monitoring-as-code";
/** Every environment, in the order in which changes reach them. */
export declare const environments: readonly Environment[];
